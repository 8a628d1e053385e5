package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.contact.ContactTerms;
import io.clientele.accountplan.contact.DecisionRole;
import io.clientele.accountplan.contact.Disposition;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ContactRequest", description = "A contact to be kept.")
record ContactRequest(
        @NotBlank
        @Size(max = 200)
        @Schema(description = "Name of the person; gone once erased.", examples = "Tan Mei Ling")
        @Nullable
        String name,

        @Size(max = 200)
        @Schema(description = "E-mail address; gone once erased.", examples = "mei.ling@example.com")
        @Nullable
        String email,

        @Size(max = 50)
        @Schema(description = "Telephone number; gone once erased.", examples = "+65 5550 100")
        @Nullable
        String phone,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "What the person does there.", examples = "Group treasurer", required = true)
        String function,

        @NotBlank
        @Pattern(regexp = "[A-Z]{2}")
        @Schema(description = "Country, ISO 3166-1 alpha-2.", examples = "SG", required = true)
        String country,

        @NotNull @Schema(description = "What the person has to say in decisions.", required = true)
        DecisionRole decisionRole,

        @NotNull @Schema(description = "How the person stands to us.", required = true)
        Disposition disposition,

        @NotBlank
        @Size(max = 64)
        @Schema(
                description = "User id of who in the bank looks after the person.",
                examples = "rm-novak",
                required = true)
        String owner,

        @Size(max = 100)
        @Schema(description = "Other contacts of the client this one has influence on.", examples = "[]")
        @Nullable
        List<UUID> influences) {
    ContactTerms terms() {
        return new ContactTerms(
                name,
                email,
                phone,
                function,
                country,
                decisionRole,
                disposition,
                owner,
                Objects.requireNonNullElse(influences, List.<UUID>of()));
    }
}
