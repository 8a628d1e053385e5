package io.clientele.accountplan.budget;

import io.clientele.accountplan.rates.Quote;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Budget against actual. Totals are the sums of the cells.
 *
 * @param cells by year, product line and company
 */
public record Performance(List<Cell> cells, Money budget, Money actual, Money expected, List<Quote> rates) {

    /**
     * One cell, in the reporting currency but for {@code original}.
     *
     * @param original the budget as written
     * @param actual booked until now
     * @param contracted rest of the year that is contracted
     * @param open sum over open opportunities of revenue x probability
     */
    public record Cell(
            int year,
            String productLine,
            String entity,
            Money original,
            Money budget,
            Money actual,
            Money contracted,
            Money open) {

        /** Actual + contracted + open opportunities by their probability. */
        public Money expected() {
            return actual.plus(contracted).plus(open);
        }

        /** Actual / budget with 6 decimals; null where the budget is nothing. */
        public @Nullable BigDecimal achievement() {
            return ratio(actual, budget);
        }
    }

    public Performance {
        cells = List.copyOf(cells);
        rates = List.copyOf(rates);
    }

    /** Adds the cells up. */
    static Performance of(List<Cell> cells, Money zero, List<Quote> rates) {
        return new Performance(
                cells,
                cells.stream().map(Cell::budget).reduce(zero, Money::plus),
                cells.stream().map(Cell::actual).reduce(zero, Money::plus),
                cells.stream().map(Cell::expected).reduce(zero, Money::plus),
                rates);
    }

    /** Actual / budget with 6 decimals; null where the budget is nothing. */
    public @Nullable BigDecimal achievement() {
        return ratio(actual, budget);
    }

    /** Part of a revenue that is to be expected, rounded half-even to the minor unit. */
    static Money weighted(Money revenue, int percent) {
        return Money.rounded(
                revenue.amount().multiply(BigDecimal.valueOf(percent)).movePointLeft(2),
                revenue.currency(),
                RoundingMode.HALF_EVEN);
    }

    private static @Nullable BigDecimal ratio(Money part, Money whole) {
        return whole.amount().signum() == 0
                ? null
                : part.amount().divide(whole.amount(), MathContext.DECIMAL128).setScale(6, RoundingMode.HALF_EVEN);
    }
}
