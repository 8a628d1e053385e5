package io.clientele.accountplan.rates;

import io.clientele.contracts.Money;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rates of one day. Converts every figure by itself, rounded half-even to the minor unit, so that totals are sums of
 * what is shown and reconcile to the cent. Remembers which quotations it used. For one thread.
 */
public final class FxTable {

    private final Currency reference;
    private final LocalDate on;
    private final Map<String, Quote> quotes = new HashMap<>();
    private final Map<String, Quote> used = new TreeMap<>();

    /**
     * @param reference the currency rates are quoted against
     * @param on the day conversions are for
     * @param quotes at most one per currency
     */
    public FxTable(Currency reference, LocalDate on, Collection<Quote> quotes) {
        this.reference = reference;
        this.on = on;
        quotes.forEach(quote -> this.quotes.put(quote.currency(), quote));
    }

    /**
     * The amount in another currency.
     *
     * @throws ProblemException 422 {@code fx-rate-missing}
     */
    public Money convert(Money amount, Currency to) {
        if (amount.currency().equals(to)) {
            return amount;
        }
        BigDecimal converted =
                amount.amount().multiply(rate(to)).divide(rate(amount.currency()), MathContext.DECIMAL128);
        return Money.rounded(converted, to, RoundingMode.HALF_EVEN);
    }

    /** The day conversions are for. */
    public LocalDate on() {
        return on;
    }

    /** The quotations conversions used so far, by currency. */
    public List<Quote> used() {
        return List.copyOf(used.values());
    }

    private BigDecimal rate(Currency currency) {
        if (currency.equals(reference)) {
            return BigDecimal.ONE;
        }
        Quote quote = quotes.get(currency.getCurrencyCode());
        if (quote == null) {
            throw ProblemException.ruleViolated(
                    "fx-rate-missing",
                    "There is no recent reference rate of " + currency + " for " + on + ": record it first.",
                    new FieldError("query:currency", "has no rate of " + currency + " for " + on));
        }
        used.put(quote.currency(), quote);
        return quote.rate();
    }
}
