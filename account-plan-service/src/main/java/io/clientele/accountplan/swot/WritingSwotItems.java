package io.clientele.accountplan.swot;

import io.clientele.accountplan.action.PlanActions;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Adding and changing the SWOT items of a plan: for the relationship manager and the leader of that team. */
@ApplicationScoped
public class WritingSwotItems {

    private final AccountPlans plans;
    private final SwotItems swotItems;
    private final Clock clock;
    private final PlanActions actions;

    WritingSwotItems(AccountPlans plans, SwotItems swotItems, Clock clock, PlanActions actions) {
        this.plans = plans;
        this.swotItems = swotItems;
        this.clock = clock;
        this.actions = actions;
    }

    /**
     * Adds one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 for the state of the plan, 422 {@code swot-unanswered}, {@code action-unknown}
     */
    @Transactional
    public SwotItem add(UUID planId, SwotItemTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        plan.edit(writer, now);
        check(plan, terms);
        SwotItem swotItem = new SwotItem(plan, terms, writer, now);
        swotItems.persist(swotItem);

        return swotItem;
    }

    /**
     * Changes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 for the state of the plan, 422 {@code swot-unanswered}, {@code action-unknown}
     */
    @Transactional
    public SwotItem change(UUID planId, UUID id, IfMatch ifMatch, SwotItemTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        SwotItem swotItem = swotItems.get(plan, id);
        ifMatch.check(swotItem);
        plan.edit(writer, now);
        check(plan, terms);
        swotItem.change(terms, writer, now);
        swotItems.flush();

        return swotItem;
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
        SwotItem swotItem = swotItems.get(plan, id);
        ifMatch.check(swotItem);
        plan.edit(writer, now);
        swotItems.delete(swotItem);
    }

    private void check(AccountPlan plan, SwotItemTerms terms) {
        boolean bad = terms.kind() == SwotKind.WEAKNESS || terms.kind() == SwotKind.THREAT;
        boolean answered = terms.actionId() != null || terms.accepted();
        if (bad != answered) {
            throw ProblemException.ruleViolated(
                    "swot-unanswered",
                    "A weakness or threat is answered by an action or accepted; a strength or opportunity needs neither.",
                    new FieldError("/actionId", "or accepted answers a weakness or threat, and nothing else"));
        }
        if (terms.actionId() != null && actions.count("planId = ?1 and id = ?2", plan.id(), terms.actionId()) == 0) {
            throw ProblemException.ruleViolated(
                    "action-unknown",
                    "The plan has no such action: add it first.",
                    new FieldError("/actionId", "is no action of the plan"));
        }
    }
}
