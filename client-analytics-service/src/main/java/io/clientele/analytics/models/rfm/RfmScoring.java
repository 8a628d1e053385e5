package io.clientele.analytics.models.rfm;

import io.clientele.analytics.statistics.Quantiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Scores by quantile bins, as the R package rfm does: the cut points are the quantiles of type 7 at equal steps, plus 1; the
 * score is 1 plus the number of cut points not above the value; recency is turned round, so that the latest score highest.
 */
public final class RfmScoring {

    private final int bins;
    private final List<BigDecimal> recency;
    private final List<BigDecimal> frequency;
    private final List<BigDecimal> monetary;

    /** Cuts the figures of all clients, at least one, into so many bins. */
    public RfmScoring(Collection<Spending> all, int bins) {
        this.bins = bins;
        this.recency = cutPoints(all, spending -> BigDecimal.valueOf(spending.recencyDays()));
        this.frequency = cutPoints(all, spending -> BigDecimal.valueOf(spending.frequency()));
        this.monetary = cutPoints(all, Spending::monetary);
    }

    /** The scores of a client. */
    public Score score(Spending spending) {
        return new Score(
                bins + 1 - bin(recency, BigDecimal.valueOf(spending.recencyDays())),
                bin(frequency, BigDecimal.valueOf(spending.frequency())),
                bin(monetary, spending.monetary()));
    }

    /** The cut points of recency in days, ascending. */
    public List<BigDecimal> recencyCuts() {
        return recency;
    }

    /** The cut points of frequency, ascending. */
    public List<BigDecimal> frequencyCuts() {
        return frequency;
    }

    /** The cut points of the sums, ascending. */
    public List<BigDecimal> monetaryCuts() {
        return monetary;
    }

    private List<BigDecimal> cutPoints(Collection<Spending> all, Function<Spending, BigDecimal> figure) {
        List<BigDecimal> sorted = all.stream().map(figure).sorted().toList();
        List<BigDecimal> cuts = new ArrayList<>();
        for (int bin = 1; bin < bins; bin++) {
            BigDecimal percent =
                    BigDecimal.valueOf(100L * bin).divide(BigDecimal.valueOf(bins), java.math.MathContext.DECIMAL64);
            cuts.add(Quantiles.type7(sorted, percent).add(BigDecimal.ONE));
        }
        return List.copyOf(cuts);
    }

    private static int bin(List<BigDecimal> cuts, BigDecimal value) {
        return 1 + (int) cuts.stream().filter(cut -> cut.compareTo(value) <= 0).count();
    }
}
