package io.clientele.accountplan.action;

import io.clientele.accountplan.objective.Objectives;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Adding and changing the actions of a plan: for the relationship manager and the leader of that team. */
@ApplicationScoped
public class WritingPlanActions {

    private final AccountPlans plans;
    private final PlanActions planActions;
    private final Clock clock;
    private final Objectives objectives;
    private final Events events;
    private final CurrentWork work;

    WritingPlanActions(
            AccountPlans plans,
            PlanActions planActions,
            Clock clock,
            Objectives objectives,
            Events events,
            CurrentWork work) {
        this.plans = plans;
        this.planActions = planActions;
        this.clock = clock;
        this.objectives = objectives;
        this.events = events;
        this.work = work;
    }

    /**
     * Adds one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 for the state of the plan, 422 {@code objective-unknown}
     */
    @Transactional
    public PlanAction add(UUID planId, PlanActionTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        plan.requireLive();
        requireObjective(plan, terms);
        PlanAction planAction = new PlanAction(plan, terms, writer, now);
        planActions.persist(planAction);
        events.publish(planAction.assigned(plan));
        return planAction;
    }

    /**
     * Changes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 for the state of the plan, 422 {@code objective-unknown}
     */
    @Transactional
    public PlanAction change(UUID planId, UUID id, IfMatch ifMatch, PlanActionTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        PlanAction planAction = planActions.get(plan, id);
        ifMatch.check(planAction);
        plan.requireLive();
        requireObjective(plan, terms);
        String before = planAction.terms().owner();
        planAction.change(terms, writer, now);
        planActions.flush();
        if (!terms.owner().equals(before)) {
            events.publish(planAction.assigned(plan));
        }
        return planAction;
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
        PlanAction planAction = planActions.get(plan, id);
        ifMatch.check(planAction);
        plan.requireLive();
        planActions.delete(planAction);
    }

    /**
     * Closes an action: for its owner and those who write the plan.
     *
     * @param done false when it is cancelled
     * @throws ProblemException 404, 403 {@code not-action-owner}, 412, 409 {@code action-closed} or {@code plan-archived}
     */
    @Transactional
    public PlanAction close(UUID planId, UUID id, IfMatch ifMatch, boolean done, String outcome) {
        AccountPlan plan = plans.forChange(planId);
        PlanAction planAction = planActions.get(plan, id);
        Caller caller = work.caller();
        if (!caller.id().equals(planAction.terms().owner())
                && !plans.rightsOver(plan).isWriter()) {
            throw ProblemException.forbidden("not-action-owner", "Its owner, and those who write the plan, close it.");
        }
        ifMatch.check(planAction);
        plan.requireLive();
        planAction.close(done ? ActionStatus.DONE : ActionStatus.CANCELLED, outcome, caller, clock.instant());
        planActions.flush();
        return planAction;
    }

    private void requireObjective(AccountPlan plan, PlanActionTerms terms) {
        if (terms.dueOn().getYear() < 1900 || terms.dueOn().getYear() > 9999) {
            throw ProblemException.ruleViolated(
                    "invalid-field", "A field is not valid.", new FieldError("/dueOn", "is a day from 1900 on"));
        }
        if (terms.objectiveId() != null
                && objectives.count("planId = ?1 and id = ?2", plan.id(), terms.objectiveId()) == 0) {
            throw ProblemException.ruleViolated(
                    "objective-unknown",
                    "The plan has no such objective: add it first.",
                    new FieldError("/objectiveId", "is no objective of the plan"));
        }
    }
}
