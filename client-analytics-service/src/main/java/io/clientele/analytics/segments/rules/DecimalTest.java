package io.clientele.analytics.segments.rules;

import java.math.BigDecimal;

/** A comparison with a decimal threshold. */
public record DecimalTest(Comparison comparison, BigDecimal threshold) {

    public DecimalTest {
        threshold = Decimals.plain(threshold);
    }

    /** Whether {@code value} passes. */
    public boolean passes(BigDecimal value) {
        return comparison.holds(value.compareTo(threshold));
    }

    /** Whether the mean of {@code count} values with this {@code sum} passes; exact, nothing is divided. */
    public boolean passesMean(BigDecimal sum, int count) {
        return comparison.holds(sum.compareTo(threshold.multiply(BigDecimal.valueOf(count))));
    }
}
