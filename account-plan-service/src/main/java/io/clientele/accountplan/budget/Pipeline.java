package io.clientele.accountplan.budget;

import io.clientele.accountplan.opportunity.Opportunities;
import io.clientele.accountplan.opportunity.Opportunity;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What open opportunities are to bring in a year, by their probability. */
@ApplicationScoped
public class Pipeline {

    private final Opportunities opportunities;

    Pipeline(Opportunities opportunities) {
        this.opportunities = opportunities;
    }

    /** By plan, for plans with an open opportunity; one statement. */
    public Map<UUID, Money> of(Collection<UUID> plans, FxTable fx, Currency currency) {
        Map<UUID, Money> open = new HashMap<>();
        for (Opportunity opportunity : opportunities.list("planId in ?1 order by id", plans)) {
            if (opportunity.isOpen()) {
                open.merge(
                        opportunity.planId(),
                        fx.convert(
                                Performance.weighted(
                                        opportunity.amount(),
                                        opportunity.terms().probability()),
                                currency),
                        Money::plus);
            }
        }
        return open;
    }
}
