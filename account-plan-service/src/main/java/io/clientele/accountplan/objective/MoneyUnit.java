package io.clientele.accountplan.objective;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is money: its first word is an ISO 4217 code, alone or after k (thousand), m (million) or bn (billion), as in
 * {@code kEUR fee income a year}.
 *
 * @param factor units of the currency for one of the unit
 */
record MoneyUnit(Currency currency, BigDecimal factor) {

    private static final Pattern FIRST_WORD = Pattern.compile("(k|m|bn)?([A-Z]{3})(\\s.*)?");
    private static final Map<String, BigDecimal> FACTORS =
            Map.of("k", new BigDecimal(1_000), "m", new BigDecimal(1_000_000), "bn", new BigDecimal(1_000_000_000));

    /** The money a unit is; null for any other unit. */
    static @Nullable MoneyUnit of(@Nullable String unit) {
        if (unit == null) {
            return null;
        }
        Matcher words = FIRST_WORD.matcher(unit);
        if (!words.matches()) {
            return null;
        }
        try {
            Currency currency = Currency.getInstance(words.group(2));
            String prefix = words.group(1);
            return currency.getDefaultFractionDigits() < 0
                    ? null
                    : new MoneyUnit(
                            currency, prefix == null ? BigDecimal.ONE : FACTORS.getOrDefault(prefix, BigDecimal.ONE));
        } catch (IllegalArgumentException noCurrency) {
            return null;
        }
    }

    /** What a value in this unit is in the currency. */
    BigDecimal amount(BigDecimal value) {
        return value.multiply(factor);
    }
}
