package io.clientele.accountplan.keyaccount.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.keyaccount.Explanation;
import io.clientele.accountplan.keyaccount.Outcome;
import io.clientele.accountplan.keyaccount.ReviewResult;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "KeyAccountResult", description = "What a review says about a client, and why.")
record ResultResponse(
        @Schema(description = "The review.") UUID reviewId,

        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "The relationship manager at the instant of the review.", examples = "rm-novak") @Nullable
        String manager,

        @Schema(description = "What the review says.") Outcome outcome,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "0 to 100, with 4 decimals; absent where a figure is missing.",
                type = SchemaType.STRING,
                examples = "72.5000")
        @Nullable
        BigDecimal score,

        @Schema(description = "Why.") Explanation explanation) {
    static ResultResponse from(ReviewResult result) {
        return new ResultResponse(
                result.reviewId(),
                result.clientId(),
                result.manager(),
                result.outcome(),
                result.score(),
                result.explanation());
    }
}
