package io.clientele.analytics.segments.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A share of ranked clients, between two quantiles. */
public sealed interface Share {

    /**
     * Where a share begins or ends.
     *
     * @param percent the quantile
     * @param comparison how a value in the share stands to the value at the quantile
     */
    record Edge(BigDecimal percent, Comparison comparison) {
        public Edge {
            percent = Decimals.plain(percent);
        }
    }

    /** The quantiles between which the share lies; one at 0 or 100 is left out. */
    List<Edge> edges();

    /** The best so many per cent, above 0 and below 100. */
    record Top(BigDecimal percent) implements Share {
        public Top {
            percent = Decimals.plain(percent);
        }

        @Override
        public List<Edge> edges() {
            return List.of(new Edge(BigDecimal.valueOf(100).subtract(percent), Comparison.GTE));
        }
    }

    /**
     * Some of {@code of} parts of equal size, counted from the lowest values.
     *
     * @param of 2 to 100
     * @param from the first, from 1
     * @param to the last, at most {@code of}
     */
    record Tiles(int of, int from, int to) implements Share {

        private static final MathContext EXACT_ENOUGH = new MathContext(20);

        @Override
        public List<Edge> edges() {
            List<Edge> edges = new ArrayList<>();
            if (from > 1) {
                edges.add(new Edge(percent(from - 1), Comparison.GTE));
            }
            if (to < of) {
                edges.add(new Edge(percent(to), Comparison.LT));
            }
            return edges;
        }

        private BigDecimal percent(int tile) {
            return BigDecimal.valueOf(100L * tile).divide(BigDecimal.valueOf(of), EXACT_ENOUGH);
        }
    }
}
