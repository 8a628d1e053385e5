package io.clientele.accountplan.commitment.api;

import io.clientele.accountplan.commitment.Commitment;
import io.clientele.accountplan.commitment.CommitmentStatus;
import io.clientele.accountplan.commitment.CommitmentTerms;
import io.clientele.contracts.Money;
import io.clientele.contracts.accountplans.CommitmentOrigin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Commitment", description = "A commitment.")
record CommitmentResponse(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The plan.") UUID planId,

        @Schema(description = "The bank's own number of the credit facility it comes with.", examples = "F-2201")
        @Nullable
        String facilityId,

        @Schema(description = "Code of the product line that is promised.", examples = "cash-management")
        String productLine,

        @Schema(description = "Revenue promised over the whole time.")
        Money promised,

        @Schema(description = "First day; its month counts.", examples = "2026-01-01")
        LocalDate fromOn,

        @Schema(description = "Last day; its month counts.", examples = "2026-12-31")
        LocalDate toOn,

        @Schema(description = "Whose idea it is.") CommitmentOrigin origin,

        @Schema(description = "Whether it holds, or waits for compliance.")
        CommitmentStatus status,

        @Schema(description = "Who of compliance approved it.", examples = "co-marek") @Nullable
        String approvedBy,

        @Schema(description = "When.") @Nullable Instant approvedAt,

        @Schema(description = "Why.", examples = "Priced apart; the client chose.") @Nullable
        String approvalComment,

        @Schema(description = "Who added it.", examples = "rm-novak")
        String createdBy,

        @Schema(description = "When it was added.") Instant createdAt,

        @Schema(description = "Who changed it last.", examples = "rm-novak")
        String changedBy,

        @Schema(description = "When it was changed last.") Instant changedAt) {
    static CommitmentResponse from(Commitment commitment) {
        CommitmentTerms terms = commitment.terms();
        return new CommitmentResponse(
                commitment.id(),
                commitment.planId(),
                terms.facilityId(),
                terms.productLine(),
                new Money(terms.promised(), Currency.getInstance(terms.promisedCurrency())),
                terms.fromOn(),
                terms.toOn(),
                terms.origin(),
                commitment.status(),
                commitment.approval() == null ? null : commitment.approval().by(),
                commitment.approval() == null ? null : commitment.approval().at(),
                commitment.approval() == null ? null : commitment.approval().comment(),
                commitment.createdBy(),
                commitment.createdAt(),
                commitment.changedBy(),
                commitment.changedAt());
    }
}
