package io.clientele.accountplan.review.api;

import io.clientele.accountplan.review.PlanReview;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlanReview", description = "That a plan was looked through.")
record PlanReviewResponse(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The plan.") UUID planId,

        @Schema(description = "Who looked it through.", examples = "rm-novak")
        String reviewedBy,

        @Schema(description = "When.") Instant reviewedAt,

        @Schema(description = "What was found.", examples = "Objectives and figures are still right.")
        String comment) {
    static PlanReviewResponse from(PlanReview review) {
        return new PlanReviewResponse(
                review.id(), review.planId(), review.reviewedBy(), review.reviewedAt(), review.comment());
    }
}
