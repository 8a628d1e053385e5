package io.clientele.loyalty.correction.api;

import io.clientele.loyalty.correction.Adjustment;
import io.clientele.loyalty.correction.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim as callers see it. */
@Schema(name = "Claim", description = "A member's claim for points that were not credited.")
record ClaimResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110012")
        UUID id,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
        UUID memberId,

        @Schema(examples = "GRANTED") Claim.State state,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        String currency,

        @Schema(description = "Points claimed.", examples = "120")
        long points,

        @Schema(examples = "transaction") String activityType,
        @Schema(examples = "1994-03-30") LocalDate happenedOn,

        @Schema(
                description = "Absent where there is none, and after the person was erased.",
                examples = "Payment order 4711, booked twice.")
        @Nullable
        String evidence,

        @Schema(examples = "sarah.agent") String openedBy,
        Instant openedAt,
        @Schema(examples = "olga.operator") @Nullable String decidedBy,
        @Nullable Instant decidedAt,

        @Schema(description = "What the member is told.", examples = "The payment was found.") @Nullable
        String answer,

        @Schema(description = "The adjustment that was granted.") @Nullable
        UUID adjustmentId,

        @Schema(description = "Points granted.", examples = "100") @Nullable
        Long granted,

        @Schema(
                description = "`POSTED` when they have moved; `PROPOSED` while a second person has to approve them.",
                examples = "POSTED")
        Adjustment.@Nullable State adjustmentState) {

    static ClaimResponse from(Claim claim) {
        return new ClaimResponse(
                claim.id(),
                claim.memberId(),
                claim.state(),
                claim.currency(),
                claim.points(),
                claim.activityType(),
                claim.happenedOn(),
                claim.evidence(),
                claim.openedBy(),
                claim.openedAt(),
                claim.decidedBy(),
                claim.decidedAt(),
                claim.answer(),
                claim.adjustment().map(Adjustment::id).orElse(null),
                claim.adjustment().map(Adjustment::points).orElse(null),
                claim.adjustment().map(Adjustment::state).orElse(null));
    }
}
