package io.clientele.accountplan.simulation;

import io.clientele.accountplan.credit.Exposure;
import io.clientele.accountplan.groups.Groups;
import io.clientele.accountplan.plan.ProductLines;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.returns.ClientReturn;
import io.clientele.accountplan.returns.Returns;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what a scenario would change, with the same formulas as the returns themselves. */
@ApplicationScoped
public class Simulating {

    private final Groups groups;
    private final Returns returns;
    private final ProductLines productLines;

    Simulating(Groups groups, Returns returns, ProductLines productLines) {
        this.groups = groups;
        this.returns = returns;
        this.productLines = productLines;
    }

    /**
     * What a scenario would change for a client and its group.
     *
     * @param on day of the rates; today for none
     * @throws ProblemException 404, 422 {@code fx-rate-missing}, {@code product-line-unknown}, {@code product-is-credit},
     *     {@code facility-unknown}
     */
    public Simulation of(String clientId, Scenario scenario, Currency currency, @Nullable LocalDate on) {
        List<String> group = groups.around(clientId, on).clientIds();
        checkProducts(scenario);
        Returns.Inputs alone = returns.inputs(List.of(clientId), currency, on);
        Returns.Inputs together = returns.inputs(group, currency, on);
        checkFacilities(scenario, alone.facilities());
        Money gained = gained(scenario, alone, currency);
        return new Simulation(
                effect(scenario, alone, gained, currency),
                effect(scenario, together, gained, currency),
                together.fx().used());
    }

    private Simulation.Effect effect(Scenario scenario, Returns.Inputs now, Money gained, Currency currency) {
        Money ancillary = now.ancillary().values().stream().reduce(Money.zero(currency), Money::plus);
        return new Simulation.Effect(
                figures(now.facilities(), ancillary, now.fx(), currency),
                figures(scenario.facilities(now.facilities()), ancillary.plus(gained), now.fx(), currency));
    }

    private Simulation.Figures figures(
            List<CreditPosition> facilities, Money ancillary, FxTable fx, Currency currency) {
        return Simulation.Figures.of(
                ClientReturn.of(Exposure.of(facilities, fx, currency), ancillary, fx, currency, returns.settings()));
    }

    /** Won less lost ancillary revenue of the client itself. */
    private static Money gained(Scenario scenario, Returns.Inputs client, Currency currency) {
        Money gained = Money.zero(currency);
        for (List<Money> won : scenario.wonProducts().values()) {
            for (Money each : won) {
                gained = gained.plus(client.fx().convert(each, currency));
            }
        }
        for (String lost : scenario.lostProducts()) {
            gained = gained.minus(client.ancillary().getOrDefault(lost, Money.zero(currency)));
        }
        return gained;
    }

    private void checkProducts(Scenario scenario) {
        check(scenario.wonProducts().keySet(), "/wonProducts");
        check(scenario.lostProducts(), "/lostProducts");
    }

    private void check(Set<String> lines, String pointer) {
        productLines.require(lines, pointer);
        if (lines.stream().anyMatch(returns.settings().creditLines()::contains)) {
            throw ProblemException.ruleViolated(
                    "product-is-credit",
                    "Credit is won and lost by its facilities.",
                    new FieldError(pointer, "is business beside credit"));
        }
    }

    private static void checkFacilities(Scenario scenario, List<CreditPosition> own) {
        Set<String> unknown = new HashSet<>(scenario.lostFacilities());
        own.forEach(each -> unknown.remove(each.facilityId()));
        if (!unknown.isEmpty()) {
            throw ProblemException.ruleViolated(
                    "facility-unknown",
                    "The client has no such facility.",
                    new FieldError("/lostFacilities", "are facilities of the client"));
        }
    }
}
