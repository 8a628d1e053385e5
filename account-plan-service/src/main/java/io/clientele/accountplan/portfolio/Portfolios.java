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
import io.clientele.accountplan.revenue.RevenueSums;
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

/** Rolls the clients of a manager up, or all clients, as far as the caller may see them: five statements, whatever their number. */
@ApplicationScoped
public class Portfolios {

    private static final String NOWHERE = "ZZ";

    private final Clients clients;
    private final CreditFacilities facilities;
    private final RevenueSums sums;
    private final AccountPlans plans;
    private final Pipeline pipeline;
    private final FxRates rates;

    Portfolios(
            Clients clients,
            CreditFacilities facilities,
            RevenueSums sums,
            AccountPlans plans,
            Pipeline pipeline,
            FxRates rates) {
        this.clients = clients;
        this.facilities = facilities;
        this.sums = sums;
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
        return rolledUp(book, currency, on);
    }

    /**
     * All clients the caller may see, or those of a team or a country.
     *
     * @param on day of the rates; today for none
     * @throws ProblemException 422 {@code fx-rate-missing}
     */
    public Portfolio of(@Nullable String team, @Nullable String country, Currency currency, @Nullable LocalDate on) {
        return rolledUp(
                clients.list(
                        "(cast(?1 as string) is null or team = ?1) and (cast(?2 as string) is null or domicile = ?2) order by clientId",
                        team,
                        country),
                currency,
                on);
    }

    private Portfolio rolledUp(List<Client> book, Currency currency, @Nullable LocalDate on) {
        FxTable fx = rates.on(on);
        Money zero = Money.zero(currency);
        List<String> ids = book.stream().map(Client::clientId).toList();
        Map<String, List<CreditPosition>> credit =
                facilities.of(ids).stream().collect(Collectors.groupingBy(CreditPosition::clientId));
        Map<String, Money> booked = new HashMap<>();
        Map<String, Money> byProductLine = new TreeMap<>();
        for (RevenueSums.Sum sum : sums.ofAYear(ids, fx, currency)) {
            Money amount = sum.converted(fx);
            booked.merge(sum.clientId(), amount, Money::plus);
            byProductLine.merge(sum.productLine(), amount, Money::plus);
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
                            client.legalName(),
                            Objects.requireNonNullElse(client.manager(), ""),
                            Objects.requireNonNullElse(client.team(), ""),
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
