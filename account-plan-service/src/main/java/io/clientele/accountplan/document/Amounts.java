package io.clientele.accountplan.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How amounts and shares are written for a reader. */
final class Amounts {

    private static final BigDecimal MILLION = new BigDecimal("1000000");
    private static final BigDecimal THOUSAND = new BigDecimal("1000");

    private Amounts() {}

    /** The number of a money value as JSON, nothing for none. */
    static BigDecimal of(JsonNode money) {
        return money.path("amount").isMissingNode()
                ? BigDecimal.ZERO
                : new BigDecimal(money.path("amount").asText("0"));
    }

    /** To the cent, {@code 1,160,000.00}. */
    static String exact(JsonNode money) {
        return money.path("amount").isMissingNode()
                ? "\u2013"
                : pattern("#,##0.00").format(of(money));
    }

    /** To the cent. */
    static String exact(Money money) {
        return pattern("#,##0.00").format(money.amount());
    }

    /** At a glance, {@code 1.16 m}. */
    static String brief(BigDecimal amount) {
        BigDecimal size = amount.abs();
        if (size.compareTo(MILLION) >= 0) {
            return pattern("#,##0.##").format(amount.divide(MILLION, 2, RoundingMode.HALF_UP)) + " m";
        }
        if (size.compareTo(THOUSAND) >= 0) {
            return pattern("#,##0.#").format(amount.divide(THOUSAND, 1, RoundingMode.HALF_UP)) + " k";
        }
        return pattern("#,##0").format(amount);
    }

    /** A fraction as percent, {@code 19.33 %}; a dash where there is none. */
    static String percent(JsonNode fraction) {
        return fraction.isMissingNode() || fraction.isNull()
                ? "\u2013"
                : pattern("#,##0.##").format(new BigDecimal(fraction.asText()).movePointRight(2)) + " %";
    }

    /** What is earned on capital, as percent; a dash without capital. */
    static String ratio(JsonNode raroc) {
        BigDecimal capital = of(raroc.path("capital"));
        return capital.signum() == 0
                ? "\u2013"
                : pattern("#,##0.##")
                                .format(of(raroc.path("riskAdjusted"))
                                        .movePointRight(2)
                                        .divide(capital, 6, RoundingMode.HALF_EVEN))
                        + " %";
    }

    private static DecimalFormat pattern(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
