package io.clientele.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in one currency, at most 15 digits before the point and no finer than the currency's minor unit (ISO 4217).
 * The amount always carries exactly that number of decimals: {@code 5 EUR} is {@code 5.00 EUR}.
 *
 * @param amount the decimal amount; on the wire a string such as {@code "1250.00"}
 * @param currency ISO 4217 currency; on the wire its code such as {@code "EUR"}
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency) {

    private static final int MAX_INTEGER_DIGITS = 15;

    /**
     * @throws IllegalArgumentException when the amount is finer than the minor unit or too large
     */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        int minorUnit = currency.getDefaultFractionDigits();
        if (minorUnit < 0) {
            throw new IllegalArgumentException(currency + " is no currency that amounts are paid in");
        }
        if (Math.abs((long) amount.scale()) > 100 || amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw new IllegalArgumentException(
                    "an amount has at most " + MAX_INTEGER_DIGITS + " digits before the point");
        }
        try {
            amount = amount.setScale(minorUnit, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException finerThanMinorUnit) {
            throw new IllegalArgumentException(
                    currency + " has " + minorUnit + " decimals, the amount has more", finerThanMinorUnit);
        }
    }

    @JsonCreator
    static Money parse(
            @JsonProperty(value = "amount", required = true) String amount,
            @JsonProperty(value = "currency", required = true) String currency) {
        if (!amount.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw new IllegalArgumentException("write an amount as a decimal string such as \"1250.00\"");
        }
        return of(amount, currency);
    }

    /** For example {@code Money.of("1250.00", "EUR")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** Nothing, in {@code currency}. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** {@code amount} rounded to the minor unit by a rounding the caller names. */
    public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rounding) {
        return new Money(amount.setScale(currency.getDefaultFractionDigits(), rounding), currency);
    }

    /**
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(inSameCurrency(other).amount), currency);
    }

    /**
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(inSameCurrency(other).amount), currency);
    }

    private Money inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
