package io.clientele.accountplan.returns;

import io.clientele.accountplan.credit.CreditFacilities;
import io.clientele.accountplan.credit.Exposure;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.revenue.RevenueFact;
import io.clientele.accountplan.revenue.RevenueSums;
import io.clientele.accountplan.revenue.Revenues;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works returns out from facilities, revenues and rates as they are known. */
@ApplicationScoped
public class Returns {

    private static final int YEAR = 12;

    private final CreditFacilities facilities;
    private final Revenues revenues;
    private final FxRates rates;
    private final ReturnSettings settings;
    private final RevenueSums sums;

    Returns(CreditFacilities facilities, Revenues revenues, FxRates rates, ReturnSettings settings, RevenueSums sums) {
        this.facilities = facilities;
        this.revenues = revenues;
        this.rates = rates;
        this.settings = settings;
        this.sums = sums;
    }

    /**
     * The return of some clients together; ancillary revenue is that of the twelve whole months before {@code on}.
     *
     * @param on day of the rates; today for none
     * @throws io.clientele.platform.problem.ProblemException 422 {@code fx-rate-missing}
     */
    public ClientReturn of(Collection<String> clientIds, Currency currency, @Nullable LocalDate on) {
        Inputs inputs = inputs(clientIds, currency, on);
        Money ancillary = inputs.ancillary().values().stream().reduce(Money.zero(currency), Money::plus);
        Exposure exposure = Exposure.of(inputs.facilities(), inputs.fx(), currency);
        return ClientReturn.of(exposure, ancillary, inputs.fx(), currency, settings);
    }

    /**
     * What returns are worked out from.
     *
     * @param ancillary revenue of the twelve whole months before the day by product line, in the currency asked for
     */
    public record Inputs(List<CreditPosition> facilities, Map<String, Money> ancillary, FxTable fx) {}

    /**
     * What the return of some clients together is worked out from.
     *
     * @param on day of the rates; today for none
     * @throws ProblemException 422 {@code fx-rate-missing}
     */
    public Inputs inputs(Collection<String> clientIds, Currency currency, @Nullable LocalDate on) {
        FxTable fx = rates.on(on);
        return new Inputs(facilities.of(clientIds), ancillary(clientIds, fx, currency), fx);
    }

    /**
     * The return on capital of a client as a whole.
     *
     * @param ratio with 6 decimals; null where it cannot be told
     * @param missing why: {@code no-capital} or {@code fx-rate-missing}
     */
    public record Total(
            @Nullable BigDecimal ratio, @Nullable String missing) {

        /** Of a client about whom nothing is known. */
        public static final Total UNKNOWN = new Total(null, "no-capital");
    }

    /** The return of each of some clients now, in the reference currency, as {@link #of} gives it; three statements. */
    public Map<String, Total> ofEach(Collection<String> clientIds) {
        Currency currency = rates.referenceCurrency();
        FxTable fx = rates.on(null);
        Map<String, List<CreditPosition>> positions =
                facilities.of(clientIds).stream().collect(Collectors.groupingBy(CreditPosition::clientId));
        Map<String, Optional<Money>> ancillary = ancillaryOfEach(clientIds, fx, currency);
        Map<String, Total> totals = new HashMap<>();
        positions.forEach((client, own) -> totals.put(
                client, total(own, ancillary.getOrDefault(client, Optional.of(Money.zero(currency))), fx, currency)));
        return totals;
    }

    private Total total(List<CreditPosition> positions, Optional<Money> ancillary, FxTable fx, Currency currency) {
        if (ancillary.isEmpty()) {
            return new Total(null, "fx-rate-missing");
        }
        try {
            BigDecimal ratio = ClientReturn.of(
                            Exposure.of(positions, fx, currency), ancillary.get(), fx, currency, settings)
                    .total()
                    .ratio();
            return ratio == null ? Total.UNKNOWN : new Total(ratio, null);
        } catch (ProblemException noRate) {
            return new Total(null, noRate.code());
        }
    }

    /** Empty where a rate is missing. */
    private Map<String, Optional<Money>> ancillaryOfEach(Collection<String> clientIds, FxTable fx, Currency currency) {
        Map<String, Optional<Money>> ancillary = new HashMap<>();
        for (RevenueSums.Sum sum : sums.ofAYear(clientIds, fx, currency)) {
            if (!settings.creditLines().contains(sum.productLine())) {
                ancillary.merge(
                        sum.clientId(),
                        sum.unconverted() ? Optional.empty() : Optional.of(sum.amount()),
                        (one, other) -> one.flatMap(first -> other.map(first::plus)));
            }
        }
        return ancillary;
    }

    /** The hurdle returns are measured against. */
    public ReturnSettings settings() {
        return settings;
    }

    private Map<String, Money> ancillary(Collection<String> clientIds, FxTable fx, Currency currency) {
        LocalDate thisMonth = fx.on().withDayOfMonth(1);
        Map<String, Money> ancillary = new HashMap<>();
        for (RevenueFact fact : revenues.of(clientIds, thisMonth.minusMonths(YEAR), thisMonth.minusDays(1))) {
            if (!settings.creditLines().contains(fact.productLine())) {
                ancillary.merge(fact.productLine(), fx.convert(fact.amount(), currency), Money::plus);
            }
        }
        return ancillary;
    }
}
