package io.clientele.loyalty.review.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.loyalty.review.EarningReview;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An earning held by a velocity rule.
 *
 * @param sourceId the bank's own id of the activity
 * @param watch key of the velocity rule that holds it
 * @param reportedBy who reported the activity, and so cannot decide
 * @param decidedBy who released or rejected it
 * @param remark what the reviewer remarked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EarningReview")
record EarningReviewResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110020")
        UUID id,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110002")
        UUID memberId,

        @Schema(examples = "trans-3530438") String sourceId,
        @Schema(examples = "many-payments") String watch,
        @Schema(examples = "RELEASED") EarningReview.State state,
        @Schema(examples = "loyalty-earning") String reportedBy,
        Instant openedAt,
        @Schema(examples = "adam.approver") @Nullable String decidedBy,
        @Nullable Instant decidedAt,

        @Schema(examples = "A standing order was split.") @Nullable
        String remark) {

    static EarningReviewResponse from(EarningReview review) {
        return new EarningReviewResponse(
                review.id(),
                review.memberId(),
                review.sourceId(),
                review.watch(),
                review.state(),
                review.reportedBy(),
                review.openedAt(),
                review.decidedBy(),
                review.decidedAt(),
                review.remark());
    }
}
