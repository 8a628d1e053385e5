package io.clientele.accountplan.simulation;

import io.clientele.accountplan.rates.Quote;
import io.clientele.accountplan.returns.ClientReturn;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario would change.
 *
 * @param client the client alone
 * @param group the whole group as far as the caller may see it
 */
public record Simulation(Effect client, Effect group, List<Quote> rates) {

    /** Before and after. */
    public record Effect(Figures before, Figures after) {

        /** What comes in addition; negative for less. */
        public Money revenue() {
            return after.revenue().minus(before.revenue());
        }

        /** In the return on capital; null where one of the two cannot be told. */
        public @Nullable BigDecimal raroc() {
            return after.raroc() == null || before.raroc() == null
                    ? null
                    : after.raroc().subtract(before.raroc());
        }

        /** In the ancillary revenue that is missing; null where it cannot be told. */
        public @Nullable Money ancillaryGap() {
            return after.ancillaryGap() == null || before.ancillaryGap() == null
                    ? null
                    : after.ancillaryGap().minus(before.ancillaryGap());
        }
    }

    /**
     * The figures of a year.
     *
     * @param revenue of credit and beside it
     * @param raroc as a fraction with 6 decimals; null without capital
     * @param ancillaryGap ancillary revenue the hurdle still asks for; null where the cost-income ratio is 1 or more
     */
    public record Figures(
            Money revenue,
            Money ancillaryRevenue,
            Money lendingProfit,
            Money capital,
            @Nullable BigDecimal raroc,
            @Nullable Money ancillaryGap) {

        static Figures of(ClientReturn result) {
            return new Figures(
                    result.lendingRevenue().plus(result.ancillaryRevenue()),
                    result.ancillaryRevenue(),
                    result.lending().riskAdjusted(),
                    result.lending().capital(),
                    result.total().ratio(),
                    result.gap().gap());
        }
    }

    public Simulation {
        rates = List.copyOf(rates);
    }
}
