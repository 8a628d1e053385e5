package io.clientele.platform.rates;

import io.clientele.contracts.inbound.ReferenceRate;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Currency;

/** What a quotation must keep to: quoted against the bank's reference currency, of a currency paid in, above nothing. */
public final class QuotationRules {

    private static final BigDecimal HIGHEST = new BigDecimal("1e12");
    private static final int FINEST = 10;

    private QuotationRules() {}

    /**
     * Passes a legal quotation.
     *
     * @param reference the currency rates are quoted against
     * @throws ProblemException 422 {@code fx-base-unknown} or {@code fx-rate-invalid}
     */
    public static void check(ReferenceRate quoted, Currency reference) {
        if (!quoted.base().equals(reference.getCurrencyCode())) {
            throw ProblemException.ruleViolated(
                    "fx-base-unknown",
                    "Rates are quoted against " + reference + " here.",
                    new FieldError("/base", "is " + reference));
        }
        try {
            payable(quoted.currency());
        } catch (IllegalArgumentException unknown) {
            throw invalid("/currency", "is no ISO 4217 code");
        }
        if (quoted.currency().equals(quoted.base())) {
            throw invalid("/currency", "is the base itself");
        }
        BigDecimal rate = quoted.rate();
        if (rate.signum() <= 0
                || rate.compareTo(HIGHEST) > 0
                || rate.stripTrailingZeros().scale() > FINEST) {
            throw invalid("/rate", "is above 0, at most 1e12, with at most 10 decimals");
        }
        if (quoted.source().isBlank() || quoted.source().length() > 100) {
            throw invalid("/source", "has 1 to 100 characters");
        }
        if (quoted.quotedOn().getYear() < 1900 || quoted.quotedOn().getYear() > 9999) {
            throw invalid("/quotedOn", "is a day from 1900 on");
        }
    }

    /**
     * A currency that amounts are paid in.
     *
     * @throws IllegalArgumentException when the code names none
     */
    public static Currency payable(String code) {
        Currency currency = Currency.getInstance(code);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(code + " is no currency that amounts are paid in");
        }
        return currency;
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.ruleViolated(
                "fx-rate-invalid", "The quotation is not valid.", new FieldError(pointer, detail));
    }
}
