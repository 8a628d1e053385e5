package io.clientele.accountplan.figures;

import io.clientele.accountplan.budget.Performance;
import io.clientele.accountplan.budget.Performances;
import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.credit.CreditFacilities;
import io.clientele.accountplan.credit.Exposure;
import io.clientele.accountplan.groups.Groups;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.returns.ClientReturn;
import io.clientele.accountplan.returns.Returns;
import io.clientele.accountplan.wallet.ShareOfWallet;
import io.clientele.accountplan.wallet.Wallets;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Gathers the money side of plans. Counted are the client and those companies under it that are in the same manager's book:
 * so the figures are the same for everybody who sees the plan, and tell nobody of another's client.
 */
@ApplicationScoped
public class Figures {

    private final Clients clients;
    private final Groups groups;
    private final CreditFacilities facilities;
    private final FxRates rates;
    private final Returns returns;
    private final Wallets wallets;
    private final Performances performances;
    private final Clock clock;

    Figures(
            Clients clients,
            Groups groups,
            CreditFacilities facilities,
            FxRates rates,
            Returns returns,
            Wallets wallets,
            Performances performances,
            Clock clock) {
        this.clients = clients;
        this.groups = groups;
        this.facilities = facilities;
        this.rates = rates;
        this.returns = returns;
        this.wallets = wallets;
        this.performances = performances;
        this.clock = clock;
    }

    /** The figures of a plan now; where a rate is missing they say so instead. */
    public PlanFigures of(AccountPlan plan) {
        LocalDate today = LocalDate.now(clock);
        Currency currency = rates.referenceCurrency();
        List<String> companies = companies(plan);
        try {
            Exposure exposure = Exposure.of(facilities.of(companies), rates.on(today), currency);
            ClientReturn result = returns.of(companies, currency, today);
            ShareOfWallet wallet = wallets.of(companies, currency, today);
            Performance budget = performances.of(plan, currency, today);
            return new PlanFigures(
                    today,
                    currency.getCurrencyCode(),
                    companies,
                    null,
                    exposure,
                    result,
                    result.total().ratio(),
                    returns.settings().hurdle(),
                    wallet,
                    budget);
        } catch (ProblemException missing) {
            return new PlanFigures(
                    today,
                    currency.getCurrencyCode(),
                    companies,
                    missing.detail(),
                    null,
                    null,
                    null,
                    returns.settings().hurdle(),
                    null,
                    null);
        }
    }

    /** Client numbers of the companies counted: the client's, and those under it in the same manager's book. */
    public List<String> companies(AccountPlan plan) {
        Client head = clients.get(plan.clientId());
        List<String> group = groups.under(plan.clientId(), null).clientIds();
        return clients.list("clientId in ?1 order by clientId", group).stream()
                .filter(company -> Objects.equals(company.manager(), head.manager()))
                .map(Client::clientId)
                .toList();
    }
}
