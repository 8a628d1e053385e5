package io.clientele.loyalty.correction.api;

import io.clientele.loyalty.correction.Adjustment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An adjustment as callers see it. */
@Schema(name = "Adjustment", description = "Points credited or taken by hand.")
record AdjustmentResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e11000a")
        UUID id,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
        UUID memberId,

        @Schema(examples = "POSTED") Adjustment.State state,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        String currency,

        @Schema(description = "Credited, or below zero for points taken.", examples = "100")
        long points,

        @Schema(examples = "GOODWILL") Adjustment.Reason reason,

        @Schema(description = "The bank's own id of the case.", examples = "case-4711") @Nullable
        String reference,

        @Schema(description = "Last business day of points credited.", examples = "2999-12-31") @Nullable
        LocalDate expiresOn,

        @Schema(examples = "olga.operator") String proposedBy,
        Instant proposedAt,

        @Schema(description = "Who approved or rejected it; absent below the limit.", examples = "adam.approver")
        @Nullable
        String decidedBy,

        @Nullable Instant decidedAt,

        @Schema(description = "The transaction in the ledger.") @Nullable
        UUID transactionId) {

    static AdjustmentResponse from(Adjustment adjustment) {
        return new AdjustmentResponse(
                adjustment.id(),
                adjustment.memberId(),
                adjustment.state(),
                adjustment.currency(),
                adjustment.points(),
                adjustment.reason(),
                adjustment.reference(),
                adjustment.expiresOn(),
                adjustment.proposedBy(),
                adjustment.proposedAt(),
                adjustment.decidedBy(),
                adjustment.decidedAt(),
                adjustment.transactionId());
    }
}
