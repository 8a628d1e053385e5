package io.clientele.accountplan.opportunity.api;

import io.clientele.accountplan.opportunity.OpportunityTerms;
import io.clientele.contracts.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "OpportunityRequest", description = "An opportunity to be kept.")
record OpportunityRequest(
        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "What there is to win.",
                examples = "Payments hub for the Asian entities",
                required = true)
        String title,

        @NotBlank
        @Size(max = 40)
        @Schema(description = "Code of the product line.", examples = "cash-management", required = true)
        String productLine,

        @Pattern(regexp = "[A-Z]{2,10}")
        @Schema(description = "Country (ISO 3166-1 alpha-2) or code of a region.", examples = "SG")
        @Nullable
        String geography,

        @NotNull @Schema(description = "Revenue of a year it would bring.", required = true)
        Money amount,

        @Min(0) @Max(100) @Schema(description = "Chance to win it, percent.", examples = "60", required = true)
        int probability,

        @Schema(description = "Day the request for proposal is expected.", examples = "2026-09-01") @Nullable
        LocalDate expectedRfpOn,

        @Schema(description = "Day the bid is due.", examples = "2026-10-15") @Nullable
        LocalDate submissionOn,

        @Schema(description = "Day the client decides.", examples = "2026-12-01") @Nullable
        LocalDate decisionOn,

        @Size(max = 50) @Schema(description = "Who else bids.", examples = "[\"Banka A\"]") @Nullable
        List<String> competitors,

        @Size(max = 50) @Schema(description = "User ids of who writes the bid.", examples = "[\"ps-dvorak\"]") @Nullable
        List<String> bidTeam,

        @Schema(description = "The objective of the plan it serves.") @Nullable
        UUID objectiveId) {
    OpportunityTerms terms() {
        return new OpportunityTerms(
                title,
                productLine,
                geography,
                amount.amount(),
                amount.currency().getCurrencyCode(),
                probability,
                expectedRfpOn,
                submissionOn,
                decisionOn,
                Objects.requireNonNullElse(competitors, List.<String>of()),
                Objects.requireNonNullElse(bidTeam, List.<String>of()),
                objectiveId);
    }
}
