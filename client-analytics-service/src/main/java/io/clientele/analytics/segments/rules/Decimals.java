package io.clientele.analytics.segments.rules;

import java.math.BigDecimal;

/** One form for equal numbers. */
final class Decimals {

    private Decimals() {}

    /** Without trailing zeros and without an exponent: 5.00 is 5, 5E+3 is 5000. */
    static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
