package io.clientele.accountplan.returns;

import io.clientele.accountplan.credit.CreditFacilities;
import io.clientele.accountplan.credit.Exposure;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.revenue.RevenueFact;
import io.clientele.accountplan.revenue.Revenues;
import io.clientele.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Works returns out from facilities, revenues and rates as they are known. */
@ApplicationScoped
public class Returns {

    private static final int YEAR = 12;

    private final CreditFacilities facilities;
    private final Revenues revenues;
    private final FxRates rates;
    private final ReturnSettings settings;

    Returns(CreditFacilities facilities, Revenues revenues, FxRates rates, ReturnSettings settings) {
        this.facilities = facilities;
        this.revenues = revenues;
        this.rates = rates;
        this.settings = settings;
    }

    /**
     * The return of some clients together; ancillary revenue is that of the twelve whole months before {@code on}.
     *
     * @param on day of the rates; today for none
     * @throws io.clientele.platform.problem.ProblemException 422 {@code fx-rate-missing}
     */
    public ClientReturn of(Collection<String> clientIds, Currency currency, @Nullable LocalDate on) {
        FxTable fx = rates.on(on);
        Exposure exposure = Exposure.of(facilities.of(clientIds), fx, currency);
        return ClientReturn.of(exposure, ancillary(clientIds, fx, currency), fx, currency, settings);
    }

    /** The hurdle returns are measured against. */
    public ReturnSettings settings() {
        return settings;
    }

    private Money ancillary(Collection<String> clientIds, FxTable fx, Currency currency) {
        LocalDate thisMonth = fx.on().withDayOfMonth(1);
        Money sum = Money.zero(currency);
        for (RevenueFact fact : revenues.of(clientIds, thisMonth.minusMonths(YEAR), thisMonth.minusDays(1))) {
            if (!settings.creditLines().contains(fact.productLine())) {
                sum = sum.plus(fx.convert(fact.amount(), currency));
            }
        }
        return sum;
    }
}
