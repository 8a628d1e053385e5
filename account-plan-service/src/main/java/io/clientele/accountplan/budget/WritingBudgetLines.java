package io.clientele.accountplan.budget;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.accountplan.plan.ProductLines;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Adding and changing the budget lines of a plan: for the relationship manager and the leader of that team. */
@ApplicationScoped
public class WritingBudgetLines {

    private final AccountPlans plans;
    private final BudgetLines budgetLines;
    private final Clock clock;
    private final ProductLines productLines;
    private final Clients clients;

    WritingBudgetLines(
            AccountPlans plans, BudgetLines budgetLines, Clock clock, ProductLines productLines, Clients clients) {
        this.plans = plans;
        this.budgetLines = budgetLines;
        this.clock = clock;
        this.productLines = productLines;
        this.clients = clients;
    }

    /**
     * Adds one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 for the state of the plan, 422 {@code product-line-unknown}, {@code client-unknown}, {@code budget-invalid}
     */
    @Transactional
    public BudgetLine add(UUID planId, BudgetLineTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        plan.edit(writer, now);
        check(terms);
        BudgetLine budgetLine = new BudgetLine(plan, terms, writer, now);
        budgetLines.persist(budgetLine);

        return budgetLine;
    }

    /**
     * Changes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 for the state of the plan, 422 {@code product-line-unknown}, {@code client-unknown}, {@code budget-invalid}
     */
    @Transactional
    public BudgetLine change(UUID planId, UUID id, IfMatch ifMatch, BudgetLineTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        BudgetLine budgetLine = budgetLines.get(plan, id);
        ifMatch.check(budgetLine);
        plan.edit(writer, now);
        check(terms);
        budgetLine.change(terms, writer, now);
        budgetLines.flush();

        return budgetLine;
    }

    /**
     * Removes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 for the state of the plan
     */
    @Transactional
    public void remove(UUID planId, UUID id, IfMatch ifMatch) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        BudgetLine budgetLine = budgetLines.get(plan, id);
        ifMatch.check(budgetLine);
        plan.edit(writer, now);
        budgetLines.delete(budgetLine);
    }

    private void check(BudgetLineTerms terms) {
        productLines.require(List.of(terms.productLine()), "/productLine");
        clients.require(terms.entity(), "/entity");
        if (terms.amount().signum() < 0) {
            throw invalid("/amount", "is not negative");
        }
        if (terms.contracted() != null
                && (terms.contracted().signum() < 0 || !terms.amountCurrency().equals(terms.contractedCurrency()))) {
            throw invalid("/contracted", "is not negative, and in the currency of the budget");
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.ruleViolated(
                "budget-invalid", "The budget line is not consistent.", new FieldError(pointer, detail));
    }
}
