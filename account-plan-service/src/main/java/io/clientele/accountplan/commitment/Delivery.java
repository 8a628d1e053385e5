package io.clientele.accountplan.commitment;

import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What came of a promise. Expected is the promise pro rata to the whole months that have ended: revenue is booked by month.
 *
 * @param promised over the whole time
 * @param expected until now
 * @param delivered until now
 */
public record Delivery(Money promised, Money expected, Money delivered) {

    /**
     * Works it out.
     *
     * @param from first month of the promise, any day of it
     * @param to last month of the promise, any day of it
     * @param today months that end before it count
     */
    public static Delivery of(Money promised, LocalDate from, LocalDate to, LocalDate today, Money delivered) {
        LocalDate first = from.withDayOfMonth(1);
        long all = ChronoUnit.MONTHS.between(first, to.withDayOfMonth(1)) + 1;
        long ended = Math.clamp(ChronoUnit.MONTHS.between(first, today.withDayOfMonth(1)), 0, all);
        BigDecimal expected = promised.amount()
                .multiply(BigDecimal.valueOf(ended))
                .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
        return new Delivery(promised, Money.rounded(expected, promised.currency(), RoundingMode.HALF_EVEN), delivered);
    }

    /** max(0, expected - delivered). */
    public Money shortfall() {
        Money difference = expected.minus(delivered);
        return difference.amount().signum() > 0 ? difference : Money.zero(promised.currency());
    }

    /** Whether less came than was expected. */
    public boolean isShort() {
        return shortfall().amount().signum() > 0;
    }
}
