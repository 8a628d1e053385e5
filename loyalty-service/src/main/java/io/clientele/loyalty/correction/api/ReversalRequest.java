package io.clientele.loyalty.correction.api;

import io.clientele.loyalty.correction.CorrectingTransactions.Extent;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of an earning is taken back. */
@Schema(
        description =
                "How much of an earning is taken back: `points`, or what the rule no longer grants after `amount` was paid back; neither for all that is left.",
        examples = "{\"sourceId\":\"refund-3530438\"}")
record ReversalRequest(
        @Schema(
                description = "The bank's own id of what caused it; counts once per earning. Needed with an amount.",
                examples = "refund-3530438")
        @Size(min = 1, max = 128)
        @Nullable
        String sourceId,

        @Schema(description = "Points to take back.", minimum = "1", examples = "5")
        @Min(1)
        @Max(1_000_000_000_000L)
        @Nullable
        Long points,

        @Schema(
                type = SchemaType.STRING,
                description =
                        "Part of the activity's amount that was paid back, in its currency. Amounts of one earning add up; what is left of the activity is judged by the rule that judged it.",
                examples = "30.00")
        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 20, fraction = 4)
        @Nullable
        BigDecimal amount) {

    Extent toExtent() {
        if (points != null && amount != null) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "Say points or an amount, not both.",
                    new FieldError("/points", "stands without amount"));
        }
        if (amount != null && sourceId == null) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "Amounts add up: name the source, so that each counts once.",
                    new FieldError("/sourceId", "is needed with an amount"));
        }
        if (points != null) {
            return new Extent.Points(points);
        }
        return amount != null ? new Extent.Amount(amount) : new Extent.All();
    }
}
