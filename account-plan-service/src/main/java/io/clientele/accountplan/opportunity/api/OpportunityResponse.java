package io.clientele.accountplan.opportunity.api;

import io.clientele.accountplan.opportunity.Opportunity;
import io.clientele.accountplan.opportunity.OpportunityTerms;
import io.clientele.contracts.Money;
import io.clientele.contracts.accountplans.OpportunityStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Opportunity", description = "An opportunity.")
record OpportunityResponse(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The plan.") UUID planId,

        @Schema(description = "What there is to win.", examples = "Payments hub for the Asian entities")
        String title,

        @Schema(description = "Code of the product line.", examples = "cash-management")
        String productLine,

        @Schema(description = "Country (ISO 3166-1 alpha-2) or code of a region.", examples = "SG") @Nullable
        String geography,

        @Schema(description = "Revenue of a year it would bring.")
        Money amount,

        @Schema(description = "Chance to win it, percent.", examples = "60")
        int probability,

        @Schema(description = "Day the request for proposal is expected.", examples = "2026-09-01") @Nullable
        LocalDate expectedRfpOn,

        @Schema(description = "Day the bid is due.", examples = "2026-10-15") @Nullable
        LocalDate submissionOn,

        @Schema(description = "Day the client decides.", examples = "2026-12-01") @Nullable
        LocalDate decisionOn,

        @Schema(description = "Who else bids.", examples = "[\"Banka A\"]")
        List<String> competitors,

        @Schema(description = "User ids of who writes the bid.", examples = "[\"ps-dvorak\"]")
        List<String> bidTeam,

        @Schema(description = "The objective of the plan it serves.") @Nullable
        UUID objectiveId,

        @Schema(description = "How far it is.") OpportunityStage stage,

        @Schema(description = "Why it was lost or withdrawn.", examples = "Price") @Nullable
        String reasonOfLoss,

        @Schema(
                description =
                        "Whether its prerequisites end after the request for proposal is expected, as last judged.")
        boolean atRisk,

        @Schema(description = "Who added it.", examples = "rm-novak")
        String createdBy,

        @Schema(description = "When it was added.") Instant createdAt,

        @Schema(description = "Who changed it last.", examples = "rm-novak")
        String changedBy,

        @Schema(description = "When it was changed last.") Instant changedAt) {
    static OpportunityResponse from(Opportunity opportunity) {
        OpportunityTerms terms = opportunity.terms();
        return new OpportunityResponse(
                opportunity.id(),
                opportunity.planId(),
                terms.title(),
                terms.productLine(),
                terms.geography(),
                new Money(terms.amount(), Currency.getInstance(terms.amountCurrency())),
                terms.probability(),
                terms.expectedRfpOn(),
                terms.submissionOn(),
                terms.decisionOn(),
                terms.competitors(),
                terms.bidTeam(),
                terms.objectiveId(),
                opportunity.stage(),
                opportunity.reasonOfLoss(),
                opportunity.atRisk(),
                opportunity.createdBy(),
                opportunity.createdAt(),
                opportunity.changedBy(),
                opportunity.changedAt());
    }
}
