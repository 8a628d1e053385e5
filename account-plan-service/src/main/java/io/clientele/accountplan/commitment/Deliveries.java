package io.clientele.accountplan.commitment;

import io.clientele.accountplan.groups.Groups;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.revenue.RevenueFact;
import io.clientele.accountplan.revenue.Revenues;
import io.clientele.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Works out what came of commitments from the revenue of the client and the companies under it. */
@ApplicationScoped
public class Deliveries {

    private final Revenues revenues;
    private final Groups groups;
    private final FxRates rates;
    private final Clock clock;

    Deliveries(Revenues revenues, Groups groups, FxRates rates, Clock clock) {
        this.revenues = revenues;
        this.groups = groups;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * What came of a commitment until now.
     *
     * @throws io.clientele.platform.problem.ProblemException 422 {@code fx-rate-missing}
     */
    public Delivery of(AccountPlan plan, Commitment commitment) {
        LocalDate today = LocalDate.now(clock);
        Money promised = commitment.promised();
        LocalDate ended = today.withDayOfMonth(1).minusDays(1);
        LocalDate to =
                commitment.terms().toOn().isBefore(ended) ? commitment.terms().toOn() : ended;
        FxTable fx = rates.on(today);
        Money delivered = Money.zero(promised.currency());
        for (RevenueFact fact : revenues.of(
                groups.under(plan.clientId(), null).clientIds(),
                commitment.terms().fromOn(),
                to)) {
            if (fact.productLine().equals(commitment.terms().productLine())) {
                delivered = delivered.plus(fx.convert(fact.amount(), promised.currency()));
            }
        }
        return Delivery.of(
                promised, commitment.terms().fromOn(), commitment.terms().toOn(), today, delivered);
    }
}
