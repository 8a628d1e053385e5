package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.contact.Contact;
import io.clientele.accountplan.contact.ContactTerms;
import io.clientele.accountplan.contact.DecisionRole;
import io.clientele.accountplan.contact.Disposition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Contact", description = "A contact.")
record ContactResponse(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "Name of the person; gone once erased.", examples = "Tan Mei Ling") @Nullable
        String name,

        @Schema(description = "E-mail address; gone once erased.", examples = "mei.ling@example.com") @Nullable
        String email,

        @Schema(description = "Telephone number; gone once erased.", examples = "+65 5550 100") @Nullable
        String phone,

        @Schema(description = "What the person does there.", examples = "Group treasurer")
        String function,

        @Schema(description = "Country, ISO 3166-1 alpha-2.", examples = "SG")
        String country,

        @Schema(description = "What the person has to say in decisions.")
        DecisionRole decisionRole,

        @Schema(description = "How the person stands to us.")
        Disposition disposition,

        @Schema(description = "User id of who in the bank looks after the person.", examples = "rm-novak")
        String owner,

        @Schema(description = "Other contacts of the client this one has influence on.", examples = "[]")
        List<UUID> influences,

        @Schema(description = "Who added it.", examples = "rm-novak")
        String createdBy,

        @Schema(description = "When it was added.") Instant createdAt,

        @Schema(description = "Who changed it last.", examples = "rm-novak")
        String changedBy,

        @Schema(description = "When it was changed last.") Instant changedAt) {
    static ContactResponse from(Contact contact) {
        ContactTerms terms = contact.terms();
        return new ContactResponse(
                contact.id(),
                contact.clientId(),
                terms.name(),
                terms.email(),
                terms.phone(),
                terms.function(),
                terms.country(),
                terms.decisionRole(),
                terms.disposition(),
                terms.owner(),
                terms.influences(),
                contact.createdBy(),
                contact.createdAt(),
                contact.changedBy(),
                contact.changedAt());
    }
}
