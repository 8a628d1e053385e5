package io.clientele.analytics.segments.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cut points of a ranking, as computed at one time.
 *
 * @param number of this computation, from 1
 * @param groups by the name of the peer group, empty where all clients are peers: the value at each quantile, in per cent
 */
public record CutPoints(int number, Map<String, Map<BigDecimal, BigDecimal>> groups) {

    /** The value at a quantile of a group; null when it was not computed. */
    public @Nullable BigDecimal cut(String group, BigDecimal percent) {
        return groups.getOrDefault(group, Map.of()).get(percent);
    }
}
