package io.clientele.accountplan.rates;

import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Conversion inside a statement, for sums over more figures than are worth loading: as {@link FxTable} does it, each figure by
 * itself, rounded half-even to the minor unit. The statement begins with {@link #RATES} and joins {@code rate x} by currency.
 */
public final class Conversion {

    /** The rates of a day as known at an instant: {@code with} this, then what uses it. */
    public static final String RATES = """
            with rate as materialized (
                select cast(:reference as varchar) as currency, cast(1 as numeric) as rate
                union all
                (select distinct on (currency) currency, rate from reference_rate_known(:at)
                 where quoted_on between :oldest and :day order by currency, quoted_on desc)
            ), target as materialized (
                select rate from rate where currency = :currency
            )""";

    private Conversion() {}

    /** Whether a figure cannot be converted for want of a rate. */
    public static String missing(String currency) {
        return "bool_or(%1$s <> :currency and (x.rate is null or (select rate from target) is null))"
                .formatted(currency);
    }

    /** The sum of figures in the currency asked for. */
    public static String sum(String amount, String currency) {
        return """
                sum(case when %2$s = :currency then %1$s else half_even(
                    %1$s * 1.00000000000000000000 * (select rate from target) / x.rate, :digits) end)""".formatted(amount, currency);
    }

    /** Sets what the statement needs. */
    public static void bind(Query statement, FxRates rates, Currency currency, Instant at, LocalDate day) {
        statement
                .setParameter("reference", rates.referenceCurrency().getCurrencyCode())
                .setParameter("currency", currency.getCurrencyCode())
                .setParameter("digits", currency.getDefaultFractionDigits())
                .setParameter("at", at)
                .setParameter("day", day)
                .setParameter("oldest", day.minusDays(rates.maxAgeDays()));
    }
}
