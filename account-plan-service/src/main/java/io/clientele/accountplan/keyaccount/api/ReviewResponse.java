package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.KeyAccountReview;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyAccountReview", description = "A run of a model over the whole portfolio.")
record ReviewResponse(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The model.") UUID modelId,

        @Schema(description = "The version of the model that was in force then.", examples = "1")
        int version,

        @Schema(description = "Everything counts as it was known at this instant.")
        Instant asOf,

        @Schema(
                description = "Whether it changed designations; a review of a past instant does not.",
                examples = "true")
        boolean effective,

        @Schema(description = "Who ran it.", examples = "an-horak")
        String startedBy,

        @Schema(description = "When.") Instant startedAt) {
    static ReviewResponse from(KeyAccountReview review) {
        return new ReviewResponse(
                review.id(),
                review.modelId(),
                review.version(),
                review.asOf(),
                review.effective(),
                review.startedBy(),
                review.startedAt());
    }
}
