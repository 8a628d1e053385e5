package io.clientele.accountplan.returns;

import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Risk-adjusted return on capital, annualised and pre-tax: (gross revenue - funding cost - expected loss - operating cost +
 * return on capital) / economic capital, with expected loss = PD x LGD x EAD (Bessis, Risk Management in Banking, ch. 52).
 * Collateral after its haircut lowers the loss given default, and nothing else. All amounts are in one currency.
 *
 * @param expectedLoss of a year
 * @param riskAdjusted the numerator
 * @param capital the denominator
 */
public record Raroc(Money expectedLoss, Money riskAdjusted, Money capital) {

    private static final int RATIO_DIGITS = 6;

    /**
     * What goes in.
     *
     * @param pd probability of default within a year, 0 to 1
     * @param lgd loss given default before collateral, 0 to 1
     * @param atDefault exposure at default
     * @param collateral value after haircut
     */
    public record Inputs(
            Money grossRevenue,
            Money fundingCost,
            Money operatingCost,
            Money returnOnCapital,
            Money capital,
            BigDecimal pd,
            BigDecimal lgd,
            Money atDefault,
            Money collateral) {}

    /** Works it out. */
    public static Raroc of(Inputs in) {
        BigDecimal uncovered =
                in.atDefault().amount().subtract(in.collateral().amount()).max(BigDecimal.ZERO);
        Money expectedLoss = Money.rounded(
                in.pd().multiply(in.lgd()).multiply(uncovered), in.capital().currency(), RoundingMode.HALF_EVEN);
        Money riskAdjusted = in.grossRevenue()
                .minus(in.fundingCost())
                .minus(expectedLoss)
                .minus(in.operatingCost())
                .plus(in.returnOnCapital());
        return new Raroc(expectedLoss, riskAdjusted, in.capital());
    }

    /** As a fraction with 6 decimals, 0.193333 for 19.33 %; null without capital. */
    public @Nullable BigDecimal ratio() {
        return ratio(riskAdjusted, capital);
    }

    /** One amount in terms of another, with 6 decimals; null where the other is nothing. */
    static @Nullable BigDecimal ratio(Money part, Money whole) {
        return whole.amount().signum() == 0
                ? null
                : part.amount()
                        .divide(whole.amount(), MathContext.DECIMAL128)
                        .setScale(RATIO_DIGITS, RoundingMode.HALF_EVEN);
    }
}
