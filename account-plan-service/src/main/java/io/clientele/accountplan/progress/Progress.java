package io.clientele.accountplan.progress;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.objective.Measurement;
import io.clientele.accountplan.objective.ObjectiveTerms;
import io.clientele.contracts.accountplans.Direction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far an objective is.
 *
 * @param value measured last; null before a first measurement
 * @param measuredOn day of that measurement
 * @param covered part of the way from baseline to target, with 6 decimals: 1 at the target, below 0 where it got worse; null
 *     without a measurement, a baseline or a way to go
 */
public record Progress(
        ObjectiveStatus status,

        @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal value,

        @Nullable LocalDate measuredOn,

        @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal covered) {

    /** Works it out. */
    public static Progress of(
            ObjectiveTerms terms, ObjectiveStatus status, @Nullable BigDecimal value, @Nullable LocalDate measuredOn) {
        return new Progress(status, value, measuredOn, covered(terms, value));
    }

    /** Whether it is past its day and still open. */
    public boolean overdue(ObjectiveTerms terms, LocalDate today) {
        return status == ObjectiveStatus.OPEN
                && terms.dueOn() != null
                && terms.dueOn().isBefore(today);
    }

    /** Whether a value reaches the target. */
    static boolean reaches(ObjectiveTerms terms, BigDecimal value) {
        BigDecimal target = terms.target();
        if (target == null) {
            return false;
        }
        return terms.direction() == Direction.DECREASE ? value.compareTo(target) <= 0 : value.compareTo(target) >= 0;
    }

    private static @Nullable BigDecimal covered(ObjectiveTerms terms, @Nullable BigDecimal value) {
        Measurement baseline = terms.baseline();
        BigDecimal start = baseline == null ? null : baseline.value();
        BigDecimal target = terms.target();
        if (value == null || start == null || target == null || target.compareTo(start) == 0) {
            return null;
        }
        return value.subtract(start)
                .divide(target.subtract(start), MathContext.DECIMAL128)
                .setScale(6, RoundingMode.HALF_EVEN);
    }
}
