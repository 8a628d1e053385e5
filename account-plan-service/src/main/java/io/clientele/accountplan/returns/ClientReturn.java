package io.clientele.accountplan.returns;

import io.clientele.accountplan.credit.Exposure;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.rates.Quote;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client, or a group, brings for the capital it binds: lending by facility, ancillary business beside it.
 *
 * @param facilities those that are no sub-limits, each once
 * @param lending the sum of the facilities
 * @param lendingRevenue gross revenue of the facilities in a year
 * @param ancillaryRevenue of a year
 * @param total lending profit and what is left of ancillary revenue after its costs, on the same capital
 * @param ancillaryRatio ancillary / total revenue; null without revenue
 * @param simpleRatio total revenue / exposure at default, the fallback where no capital is known; null without exposure
 * @param gap what ancillary business is still needed
 */
public record ClientReturn(
        List<FacilityReturn> facilities,
        Raroc lending,
        Money lendingRevenue,
        Money ancillaryRevenue,
        Raroc total,
        @Nullable BigDecimal ancillaryRatio,
        @Nullable BigDecimal simpleRatio,
        AncillaryGap gap,
        List<Quote> rates) {

    /** The return of one facility. */
    public record FacilityReturn(String facilityId, String clientId, Raroc raroc) {}

    public ClientReturn {
        facilities = List.copyOf(facilities);
        rates = List.copyOf(rates);
    }

    /**
     * Works it out.
     *
     * @param exposure of the facilities, in {@code currency}
     * @param ancillary ancillary revenue of a year, in {@code currency}
     */
    public static ClientReturn of(
            Exposure exposure, Money ancillary, FxTable fx, Currency currency, ReturnSettings settings) {
        Money zero = Money.zero(currency);
        List<FacilityReturn> facilities = new ArrayList<>();
        Raroc lending = new Raroc(zero, zero, zero);
        Money revenue = zero;
        for (Exposure.Line line : exposure.lines()) {
            if (line.subLimit()) {
                continue;
            }
            CreditPosition position = line.position();
            Raroc raroc = Raroc.of(inputs(line, fx, currency));
            facilities.add(new FacilityReturn(position.facilityId(), position.clientId(), raroc));
            lending = new Raroc(
                    lending.expectedLoss().plus(raroc.expectedLoss()),
                    lending.riskAdjusted().plus(raroc.riskAdjusted()),
                    lending.capital().plus(raroc.capital()));
            revenue = revenue.plus(amount(position.grossRevenue(), fx, currency));
        }
        Money kept = Money.rounded(
                ancillary.amount().multiply(BigDecimal.ONE.subtract(settings.costIncomeRatio())),
                currency,
                RoundingMode.HALF_EVEN);
        Raroc total = new Raroc(lending.expectedLoss(), lending.riskAdjusted().plus(kept), lending.capital());
        Money all = revenue.plus(ancillary);
        return new ClientReturn(
                facilities,
                lending,
                revenue,
                ancillary,
                total,
                Raroc.ratio(ancillary, all),
                Raroc.ratio(all, exposure.total().atDefault()),
                AncillaryGap.of(
                        lending.capital(),
                        lending.riskAdjusted(),
                        settings.hurdle(),
                        settings.costIncomeRatio(),
                        ancillary),
                fx.used());
    }

    /** Whether the relationship as a whole earns less than the hurdle; false where no capital is bound. */
    public boolean belowHurdle(BigDecimal hurdle) {
        BigDecimal ratio = total.ratio();
        return ratio != null && ratio.compareTo(hurdle) < 0;
    }

    private static Raroc.Inputs inputs(Exposure.Line line, FxTable fx, Currency currency) {
        CreditPosition position = line.position();
        Money collateral = amount(position.collateralValue(), fx, currency);
        BigDecimal haircut = Objects.requireNonNullElse(position.collateralHaircut(), BigDecimal.ZERO);
        Money counted = Money.rounded(
                collateral.amount().multiply(BigDecimal.ONE.subtract(haircut), MathContext.DECIMAL128),
                currency,
                RoundingMode.HALF_EVEN);
        return new Raroc.Inputs(
                amount(position.grossRevenue(), fx, currency),
                amount(position.fundingCost(), fx, currency),
                amount(position.operatingCost(), fx, currency),
                amount(position.returnOnCapital(), fx, currency),
                amount(position.economicCapital(), fx, currency),
                Objects.requireNonNullElse(position.pd(), BigDecimal.ZERO),
                Objects.requireNonNullElse(position.lgd(), BigDecimal.ONE),
                line.figures().atDefault(),
                counted);
    }

    private static Money amount(@Nullable Money amount, FxTable fx, Currency currency) {
        return amount == null ? Money.zero(currency) : fx.convert(amount, currency);
    }
}
