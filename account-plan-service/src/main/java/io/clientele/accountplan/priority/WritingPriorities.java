package io.clientele.accountplan.priority;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Adding, changing and removing the priorities of a plan: for those who write the plan. */
@ApplicationScoped
public class WritingPriorities {

    private final AccountPlans plans;
    private final Priorities priorities;
    private final Clock clock;

    WritingPriorities(AccountPlans plans, Priorities priorities, Clock clock) {
        this.plans = plans;
        this.priorities = priorities;
        this.clock = clock;
    }

    /**
     * Adds a priority.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 for the plan's state or a title in use
     */
    @Transactional
    public Priority add(UUID planId, PriorityTerms terms) {
        AccountPlan plan = edited(planId);
        Priority priority = new Priority(plan, terms);
        priorities.persist(priority);
        return priority;
    }

    /**
     * Changes a priority.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 for the plan's state or a title in use
     */
    @Transactional
    public Priority change(UUID planId, UUID id, IfMatch ifMatch, PriorityTerms terms) {
        AccountPlan plan = edited(planId);
        Priority priority = priorities.get(plan, id);
        ifMatch.check(priority);
        priority.change(terms);
        priorities.flush();
        return priority;
    }

    /**
     * Removes a priority that no objective serves.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 {@code priority-in-use} or for the plan's state
     */
    @Transactional
    public void remove(UUID planId, UUID id, IfMatch ifMatch) {
        AccountPlan plan = edited(planId);
        Priority priority = priorities.get(plan, id);
        ifMatch.check(priority);
        priorities.delete(priority);
        try {
            priorities.flush();
        } catch (ConstraintViolationException served) {
            throw ProblemException.conflict(
                    "priority-in-use", "Objectives serve this priority: link them to another first.");
        }
    }

    private AccountPlan edited(UUID planId) {
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        plan.edit(rights.caller(), clock.instant());
        return plan;
    }
}
