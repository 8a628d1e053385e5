package io.clientele.accountplan.objective;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Measured values as people write them. */
final class Decimals {

    private Decimals() {}

    /** Without trailing zeros and without an exponent, so that equal values are equal objects. */
    @SuppressWarnings("NullAway") // null in, null out
    static BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
