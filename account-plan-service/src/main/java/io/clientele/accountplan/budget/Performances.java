package io.clientele.accountplan.budget;

import io.clientele.accountplan.opportunity.Opportunities;
import io.clientele.accountplan.opportunity.Opportunity;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.revenue.RevenueFact;
import io.clientele.accountplan.revenue.Revenues;
import io.clientele.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets the budget of a plan against booked revenue. An open opportunity counts once, in the year it is to be decided, for the
 * client of the plan; companies outside the caller's scope show no revenue.
 */
@ApplicationScoped
public class Performances {

    private final BudgetLines lines;
    private final Opportunities opportunities;
    private final Revenues revenues;
    private final FxRates rates;

    Performances(BudgetLines lines, Opportunities opportunities, Revenues revenues, FxRates rates) {
        this.lines = lines;
        this.opportunities = opportunities;
        this.revenues = revenues;
        this.rates = rates;
    }

    private record Place(int year, String productLine, String entity) {}

    /**
     * Budget against actual of a plan.
     *
     * @param on day of the rates, and the last that counts; today for none
     * @throws io.clientele.platform.problem.ProblemException 422 {@code fx-rate-missing}
     */
    public Performance of(AccountPlan plan, Currency currency, @Nullable LocalDate on) {
        FxTable fx = rates.on(on);
        Money zero = Money.zero(currency);
        List<BudgetLine> budget = lines.of(plan);
        Map<Place, Money> actual = actual(plan, budget, fx, currency);
        Map<Place, Money> open = open(plan, fx, currency);
        Set<Place> counted = new HashSet<>();
        List<Performance.Cell> cells = new ArrayList<>();
        for (BudgetLine line : budget) {
            BudgetLineTerms terms = line.terms();
            Place place = new Place(
                    terms.year(), terms.productLine(), Objects.requireNonNullElse(terms.entity(), plan.clientId()));
            // two lines about the same: what came is counted with the first
            boolean first = counted.add(place);
            Money original = new Money(terms.amount(), Currency.getInstance(terms.amountCurrency()));
            cells.add(new Performance.Cell(
                    place.year(),
                    place.productLine(),
                    place.entity(),
                    original,
                    fx.convert(original, currency),
                    first ? actual.getOrDefault(place, zero) : zero,
                    contracted(terms, fx, currency),
                    first ? open.getOrDefault(place, zero) : zero));
        }
        cells.sort(Comparator.comparingInt(Performance.Cell::year)
                .thenComparing(Performance.Cell::productLine)
                .thenComparing(Performance.Cell::entity));
        return Performance.of(cells, zero, fx.used());
    }

    private static Money contracted(BudgetLineTerms terms, FxTable fx, Currency currency) {
        return terms.contracted() == null || terms.contractedCurrency() == null
                ? Money.zero(currency)
                : fx.convert(new Money(terms.contracted(), Currency.getInstance(terms.contractedCurrency())), currency);
    }

    private Map<Place, Money> actual(AccountPlan plan, List<BudgetLine> budget, FxTable fx, Currency currency) {
        Set<String> entities = new HashSet<>(Set.of(plan.clientId()));
        int from = fx.on().getYear();
        int to = from;
        for (BudgetLine line : budget) {
            if (line.terms().entity() != null) {
                entities.add(line.terms().entity());
            }
            from = Math.min(from, line.terms().year());
            to = Math.max(to, line.terms().year());
        }
        Map<Place, Money> actual = new HashMap<>();
        LocalDate last = LocalDate.of(to, 12, 31);
        for (RevenueFact fact :
                revenues.of(entities, LocalDate.of(from, 1, 1), last.isBefore(fx.on()) ? last : fx.on())) {
            actual.merge(
                    new Place(fact.month().getYear(), fact.productLine(), fact.clientId()),
                    fx.convert(fact.amount(), currency),
                    Money::plus);
        }
        return actual;
    }

    private Map<Place, Money> open(AccountPlan plan, FxTable fx, Currency currency) {
        Map<Place, Money> open = new HashMap<>();
        for (Opportunity opportunity : opportunities.of(plan)) {
            LocalDate decided = opportunity.terms().decisionOn();
            if (opportunity.isOpen()) {
                open.merge(
                        new Place(
                                decided == null ? fx.on().getYear() : decided.getYear(),
                                opportunity.terms().productLine(),
                                plan.clientId()),
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
