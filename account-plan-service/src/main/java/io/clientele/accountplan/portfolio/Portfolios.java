package io.clientele.accountplan.portfolio;

import io.clientele.accountplan.budget.Pipeline;
import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.credit.CreditFacilities;
import io.clientele.accountplan.credit.Exposure;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanState;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.revenue.RevenueFact;
import io.clientele.accountplan.revenue.Revenues;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rolls the clients of a manager up, as far as the caller may see them: five statements, whatever the size of the book. */
@ApplicationScoped
public class Portfolios {

    private static final String NOWHERE = "ZZ";

    private final Clients clients;
    private final CreditFacilities facilities;
    private final Revenues revenues;
    private final AccountPlans plans;
    private final Pipeline pipeline;
    private final FxRates rates;

    Portfolios(
            Clients clients,
            CreditFacilities facilities,
            Revenues revenues,
            AccountPlans plans,
            Pipeline pipeline,
            FxRates rates) {
        this.clients = clients;
        this.facilities = facilities;
        this.revenues = revenues;
        this.plans = plans;
        this.pipeline = pipeline;
        this.rates = rates;
    }

    /**
     * The portfolio of a manager.
     *
     * @param on day of the rates; today for none
     * @throws ProblemException 404 when the caller sees no client of the manager, 422 {@code fx-rate-missing}
     */
    public Portfolio of(String manager, Currency currency, @Nullable LocalDate on) {
        List<Client> book = clients.list("manager = ?1 order by clientId", manager);
        if (book.isEmpty()) {
            throw ProblemException.notFound();
        }
        FxTable fx = rates.on(on);
        Money zero = Money.zero(currency);
        List<String> ids = book.stream().map(Client::clientId).toList();
        Map<String, List<CreditPosition>> credit =
                facilities.of(ids).stream().collect(Collectors.groupingBy(CreditPosition::clientId));
        Map<String, Money> booked = new HashMap<>();
        Map<String, Money> byProductLine = new TreeMap<>();
        LocalDate thisMonth = fx.on().withDayOfMonth(1);
        for (RevenueFact fact : revenues.of(ids, thisMonth.minusMonths(12), thisMonth.minusDays(1))) {
            Money amount = fx.convert(fact.amount(), currency);
            booked.merge(fact.clientId(), amount, Money::plus);
            byProductLine.merge(fact.productLine(), amount, Money::plus);
        }
        Map<UUID, String> live = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (AccountPlan plan : plans.list("clientId in ?1 and state <> ?2", ids, PlanState.ARCHIVED)) {
            live.put(plan.id(), plan.clientId());
            counts.merge(plan.clientId(), 1, Integer::sum);
        }
        Map<String, Money> open = new HashMap<>();
        pipeline.of(live.keySet(), fx, currency)
                .forEach((plan, amount) -> open.merge(Objects.requireNonNull(live.get(plan)), amount, Money::plus));
        List<Portfolio.Row> rows = book.stream()
                .map(client -> {
                    Exposure.Figures exposure = Exposure.of(
                                    credit.getOrDefault(client.clientId(), List.of()), fx, currency)
                            .total();
                    return new Portfolio.Row(
                            client.clientId(),
                            client.tier(),
                            Objects.requireNonNullElse(client.domicile(), NOWHERE),
                            counts.getOrDefault(client.clientId(), 0),
                            new Portfolio.Figures(
                                    exposure.limit(),
                                    exposure.drawn(),
                                    booked.getOrDefault(client.clientId(), zero),
                                    open.getOrDefault(client.clientId(), zero)));
                })
                .toList();
        return Portfolio.of(rows, byProductLine, zero, fx.used());
    }
}
