package io.clientele.analytics.segments.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Dated reference rates. For a day counts the newest quotation of that day or at most {@code maxAgeDays} days before it;
 * where there is none there is no rate, which is never taken for one.
 */
public final class Rates {

    /** No rate at all: only amounts in the wanted currency can be had. */
    public static final Rates NONE = new Rates("", 0, Map.of());

    private final String base;
    private final int maxAgeDays;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> quotes;

    /**
     * @param base ISO 4217 code of the currency rates are quoted against
     * @param maxAgeDays how many days a quotation counts beyond its own; at least 0
     * @param quotes units of a currency for one unit of the base, by code and day
     */
    public Rates(String base, int maxAgeDays, Map<String, ? extends Map<LocalDate, BigDecimal>> quotes) {
        this.base = base;
        this.maxAgeDays = maxAgeDays;
        this.quotes = new HashMap<>();
        quotes.forEach((currency, days) -> this.quotes.put(currency, new TreeMap<>(days)));
    }

    /**
     * The amount in another currency by the rates for a day, rounded half-even to the minor unit; one that is in it already
     * is not touched.
     *
     * @return null when a rate is missing
     */
    public @Nullable BigDecimal convert(BigDecimal amount, String from, Currency to, LocalDate on) {
        if (from.equals(to.getCurrencyCode())) {
            return amount;
        }
        BigDecimal given = rate(from, on);
        BigDecimal wanted = rate(to.getCurrencyCode(), on);
        if (given == null || wanted == null) {
            return null;
        }
        return amount.multiply(wanted)
                .divide(given, MathContext.DECIMAL128)
                .setScale(Math.max(0, to.getDefaultFractionDigits()), RoundingMode.HALF_EVEN);
    }

    private @Nullable BigDecimal rate(String currency, LocalDate on) {
        if (currency.equals(base)) {
            return BigDecimal.ONE;
        }
        NavigableMap<LocalDate, BigDecimal> days = quotes.get(currency);
        Map.Entry<LocalDate, BigDecimal> newest = days == null ? null : days.floorEntry(on);
        return newest == null || newest.getKey().isBefore(on.minusDays(maxAgeDays)) ? null : newest.getValue();
    }
}
