package io.clientele.analytics.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Sample quantiles of type 7 (Hyndman and Fan 1996, the default of R), in exact decimals. */
public final class Quantiles {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Quantiles() {}

    /**
     * The value below which {@code percent} of the values lie, between neighbours by linear interpolation.
     *
     * @param sorted ascending, at least one
     * @param percent 0 to 100
     */
    public static BigDecimal type7(List<BigDecimal> sorted, BigDecimal percent) {
        BigDecimal place =
                BigDecimal.valueOf(sorted.size() - 1L).multiply(percent).divide(HUNDRED);
        int below = place.setScale(0, RoundingMode.FLOOR).intValueExact();
        BigDecimal low = sorted.get(below);
        if (below + 1 == sorted.size()) {
            return low;
        }
        BigDecimal between = place.subtract(BigDecimal.valueOf(below));
        return low.add(sorted.get(below + 1).subtract(low).multiply(between));
    }
}
