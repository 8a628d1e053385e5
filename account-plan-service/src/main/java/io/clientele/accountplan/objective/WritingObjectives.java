package io.clientele.accountplan.objective;

import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.accountplan.plan.ProductLines;
import io.clientele.accountplan.priority.Priorities;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Adding, changing and removing objectives, for those who write the plan, and accepting a justification, for the team
 * leader. What does not pass the SMART check is taken all the same: the check shows what it lacks.
 */
@ApplicationScoped
public class WritingObjectives {

    private final AccountPlans plans;
    private final Objectives objectives;
    private final Priorities priorities;
    private final ProductLines productLines;
    private final Clients clients;
    private final Events events;
    private final Clock clock;

    WritingObjectives(
            AccountPlans plans,
            Objectives objectives,
            Priorities priorities,
            ProductLines productLines,
            Clients clients,
            Events events,
            Clock clock) {
        this.plans = plans;
        this.objectives = objectives;
        this.priorities = priorities;
        this.productLines = productLines;
        this.clients = clients;
        this.events = events;
        this.clock = clock;
    }

    /** An objective with the verdict of its SMART check. */
    public record Checked(Objective objective, SmartVerdict verdict) {}

    /**
     * Adds an objective. Publishes {@code objective.added}, and {@code objective.smart-failed} when it fails the check.
     *
     * @param terms what it says, given the client number of the plan
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 for the plan's state, 422
     *     {@code product-line-unknown}, {@code priority-unknown}, {@code client-unknown}
     */
    @Transactional
    public Checked add(UUID planId, Function<String, ObjectiveTerms> terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        Caller author = writer(plan);
        plan.edit(author, now);
        Objective objective = new Objective(plan, consistent(plan, terms.apply(plan.clientId())), author, now);
        objectives.persist(objective);
        events.publish(objective.added(plan));
        return checked(plan, objective);
    }

    /**
     * Changes an objective. Publishes {@code objective.smart-failed} when it fails the check afterwards.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 for the plan's state, 422 as for adding
     */
    @Transactional
    public Checked change(UUID planId, UUID id, IfMatch ifMatch, Function<String, ObjectiveTerms> terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        Caller author = writer(plan);
        Objective objective = objectives.get(plan, id);
        ifMatch.check(objective);
        plan.edit(author, now);
        objective.change(consistent(plan, terms.apply(plan.clientId())), author, now);
        objectives.flush();
        return checked(plan, objective);
    }

    /**
     * Removes an objective.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 for the plan's state
     */
    @Transactional
    public void remove(UUID planId, UUID id, IfMatch ifMatch) {
        AccountPlan plan = plans.forChange(planId);
        Caller author = writer(plan);
        Objective objective = objectives.get(plan, id);
        ifMatch.check(objective);
        plan.edit(author, clock.instant());
        objectives.delete(objective);
    }

    /**
     * Accepts the justification of an objective that asks for more than the pace so far.
     *
     * @throws ProblemException 404, 403 {@code not-plan-approver} or {@code four-eyes}, 412, 409
     *     {@code justification-missing} or for the plan's state
     */
    @Transactional
    public Checked waive(UUID planId, UUID id, IfMatch ifMatch, String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireLeader();
        Objective objective = objectives.get(plan, id);
        ifMatch.check(objective);
        plan.review(rights.caller(), now);
        objective.waive(rights.caller(), comment, now);
        return new Checked(objective, objectives.check(plan, objective));
    }

    private Caller writer(AccountPlan plan) {
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        return rights.caller();
    }

    private ObjectiveTerms consistent(AccountPlan plan, ObjectiveTerms terms) {
        if (terms.productLine() != null) {
            productLines.require(List.of(terms.productLine()), "/productLine");
        }
        priorities.require(plan, terms.priorityId(), "/priorityId");
        clients.require(terms.entity(), "/entity");
        return terms;
    }

    private Checked checked(AccountPlan plan, Objective objective) {
        SmartVerdict verdict = objectives.check(plan, objective);
        if (!verdict.passed()) {
            events.publish(objective.smartFailed(plan, verdict));
        }
        return new Checked(objective, verdict);
    }
}
