package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.contact.Contact;
import io.clientele.accountplan.contact.ContactTerms;
import io.clientele.accountplan.contact.DecisionRole;
import io.clientele.accountplan.contact.Disposition;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MapPerson", description = "Somebody of the relationship map.")
record MapPerson(
        @Schema(description = "The contact.") UUID contactId,

        @Schema(description = "What the person does there.", examples = "Group treasurer")
        String function,

        @Schema(description = "Country, ISO 3166-1 alpha-2.", examples = "SG")
        String country,

        @Schema(description = "What the person has to say.") DecisionRole decisionRole,

        @Schema(description = "How the person stands to us.")
        Disposition disposition,

        @Schema(description = "Contacts the person has influence on.")
        List<UUID> influences) {
    static MapPerson from(Contact contact) {
        ContactTerms terms = contact.terms();
        return new MapPerson(
                contact.id(),
                terms.function(),
                terms.country(),
                terms.decisionRole(),
                terms.disposition(),
                terms.influences());
    }
}
