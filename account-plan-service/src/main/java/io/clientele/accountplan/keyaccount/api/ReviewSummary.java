package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.KeyAccountReview;
import io.clientele.accountplan.keyaccount.Outcome;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyAccountReviewSummary", description = "A review, and how the clients you may see fared.")
record ReviewSummary(
        @Schema(description = "The review.") ReviewResponse review,

        @Schema(description = "How many of the clients you may see had which outcome.")
        Map<Outcome, Long> outcomes) {
    static ReviewSummary from(KeyAccountReview review, Map<Outcome, Long> outcomes) {
        return new ReviewSummary(ReviewResponse.from(review), outcomes);
    }
}
