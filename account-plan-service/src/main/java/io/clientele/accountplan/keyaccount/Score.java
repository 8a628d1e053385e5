package io.clientele.accountplan.keyaccount;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Stage 2: the weighted score of a client, 0 to 100 with 4 decimals, and what each criterion gave. One missing value leaves
 * the whole without a score: nothing known is not nothing.
 *
 * @param total the sum of the points; null where a value is missing
 */
public record Score(@Nullable BigDecimal total, List<Part> parts) {

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final int DIGITS = 4;

    /**
     * What a criterion gave.
     *
     * @param value the client's; null where it is missing
     * @param missing why it is missing
     * @param score 0 to 100
     * @param points score x weight / 100
     */
    @Schema(name = "KeyAccountScorePart", description = "What a criterion gave.")
    public record Part(
            @Schema(description = "What was looked at.") Measure measure,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "Part of the whole, percent.", type = SchemaType.STRING, examples = "40")
            BigDecimal weight,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    description = "The client's value; absent where it is missing.",
                    type = SchemaType.STRING,
                    examples = "750000.00")
            @Nullable
            BigDecimal value,

            @Schema(description = "Why it is missing: `unknown`, `fx-rate-missing`.", examples = "unknown") @Nullable
            String missing,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "0 to 100, with 4 decimals.", type = SchemaType.STRING, examples = "75.0000")
            @Nullable
            BigDecimal score,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    description = "Score x weight / 100, rounded half-even to 4 decimals.",
                    type = SchemaType.STRING,
                    examples = "30.0000")
            @Nullable
            BigDecimal points) {}

    /** Scores a client. */
    static Score of(List<Criterion> criteria, Candidate client) {
        List<Part> parts = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Criterion criterion : criteria) {
            BigDecimal value = client.values().get(criterion.measure());
            if (value == null) {
                String reason = client.missing().getOrDefault(criterion.measure(), "unknown");
                parts.add(new Part(criterion.measure(), criterion.weight(), null, reason, null, null));
                total = null;
                continue;
            }
            BigDecimal score = score(criterion, value);
            BigDecimal points =
                    score.multiply(criterion.weight()).movePointLeft(2).setScale(DIGITS, RoundingMode.HALF_EVEN);
            parts.add(new Part(criterion.measure(), criterion.weight(), value, null, score, points));
            total = total == null ? null : total.add(points);
        }
        return new Score(total, parts);
    }

    private static BigDecimal score(Criterion criterion, BigDecimal value) {
        return value.subtract(criterion.low())
                .multiply(WHOLE)
                .divide(criterion.high().subtract(criterion.low()), DIGITS, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ZERO)
                .min(WHOLE)
                .setScale(DIGITS);
    }
}
