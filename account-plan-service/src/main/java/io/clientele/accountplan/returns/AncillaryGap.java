package io.clientele.accountplan.returns;

import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much ancillary business a credit relationship needs to reach the hurdle: required revenue = max(0, hurdle x capital -
 * lending profit) / (1 - cost-income ratio).
 *
 * @param required revenue of a year; null where the cost-income ratio is 1 or more
 * @param gap max(0, required - actual); null likewise
 * @param reason why they are null
 */
public record AncillaryGap(
        @Nullable Money required,
        @Nullable Money gap,
        @Nullable String reason) {

    /**
     * Works it out.
     *
     * @param hurdle return on capital asked for, 0.15 is 15 %
     * @param costIncomeRatio part of ancillary revenue eaten up by costs
     * @param actual ancillary revenue of a year
     */
    public static AncillaryGap of(
            Money capital, Money lendingProfit, BigDecimal hurdle, BigDecimal costIncomeRatio, Money actual) {
        BigDecimal kept = BigDecimal.ONE.subtract(costIncomeRatio);
        if (kept.signum() <= 0) {
            return new AncillaryGap(null, null, "cost-income-ratio-too-high");
        }
        BigDecimal missing = hurdle.multiply(capital.amount())
                .subtract(lendingProfit.amount())
                .max(BigDecimal.ZERO);
        Money required =
                Money.rounded(missing.divide(kept, MathContext.DECIMAL128), capital.currency(), RoundingMode.HALF_EVEN);
        Money difference = required.minus(actual);
        Money zero = Money.zero(capital.currency());
        return new AncillaryGap(required, difference.amount().signum() > 0 ? difference : zero, null);
    }
}
