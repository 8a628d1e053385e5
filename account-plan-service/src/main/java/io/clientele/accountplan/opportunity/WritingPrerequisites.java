package io.clientele.accountplan.opportunity;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.contracts.accountplans.OpportunityPrerequisiteMet;
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
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adding and changing prerequisites, for those who write the plan, and meeting them, for their owners, too. */
@ApplicationScoped
public class WritingPrerequisites {

    private final AccountPlans plans;
    private final Opportunities opportunities;
    private final Prerequisites prerequisites;
    private final CurrentWork work;
    private final Events events;
    private final Clock clock;

    WritingPrerequisites(
            AccountPlans plans,
            Opportunities opportunities,
            Prerequisites prerequisites,
            CurrentWork work,
            Events events,
            Clock clock) {
        this.plans = plans;
        this.opportunities = opportunities;
        this.prerequisites = prerequisites;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a prerequisite.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 {@code plan-archived} or {@code opportunity-over},
     *     422 {@code prerequisite-unknown}
     */
    @Transactional
    public Prerequisite add(UUID planId, UUID opportunityId, Prerequisite.Terms terms) {
        AccountPlan plan = plans.forChange(planId);
        Opportunity opportunity = open(plan, opportunityId);
        Caller writer = writer(plan);
        requireKnown(opportunity, terms.dependsOn());
        Prerequisite prerequisite = new Prerequisite(opportunity, terms);
        prerequisites.persist(prerequisite);
        settle(plan, opportunity, writer);
        return prerequisite;
    }

    /**
     * Changes a prerequisite.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 as for adding, 422
     *     {@code prerequisite-unknown} or {@code prerequisite-cycle}
     */
    @Transactional
    public Prerequisite change(UUID planId, UUID opportunityId, UUID id, IfMatch ifMatch, Prerequisite.Terms terms) {
        AccountPlan plan = plans.forChange(planId);
        Opportunity opportunity = open(plan, opportunityId);
        Caller writer = writer(plan);
        Prerequisite prerequisite = prerequisites.get(opportunity, id);
        ifMatch.check(prerequisite);
        requireKnown(opportunity, terms.dependsOn());
        prerequisite.write(terms);
        settle(plan, opportunity, writer);
        return prerequisite;
    }

    /**
     * Removes a prerequisite on which no other depends.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 {@code prerequisite-in-use} or as for adding
     */
    @Transactional
    public void remove(UUID planId, UUID opportunityId, UUID id, IfMatch ifMatch) {
        AccountPlan plan = plans.forChange(planId);
        Opportunity opportunity = open(plan, opportunityId);
        Caller writer = writer(plan);
        Prerequisite prerequisite = prerequisites.get(opportunity, id);
        ifMatch.check(prerequisite);
        if (prerequisites.of(opportunity).stream()
                .anyMatch(other -> other.terms().dependsOn().contains(id))) {
            throw ProblemException.conflict(
                    "prerequisite-in-use", "Other prerequisites wait for this one: change them first.");
        }
        prerequisites.delete(prerequisite);
        settle(plan, opportunity, writer);
    }

    /**
     * Says that a prerequisite is in place. Publishes {@code opportunity.prerequisite-met}.
     *
     * @param on the day; today for none
     * @throws ProblemException 404, 403 {@code not-prerequisite-owner}, 412, 409 {@code prerequisite-met} or as for adding,
     *     422 {@code met-in-future}
     */
    @Transactional
    public Prerequisite meet(
            UUID planId, UUID opportunityId, UUID id, IfMatch ifMatch, @Nullable LocalDate on, String evidence) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        Opportunity opportunity = open(plan, opportunityId);
        Prerequisite prerequisite = prerequisites.get(opportunity, id);
        Caller caller = work.caller();
        if (!caller.id().equals(prerequisite.terms().owner())
                && !plans.rightsOver(plan).isWriter()) {
            throw ProblemException.forbidden(
                    "not-prerequisite-owner", "Its owner, and those who write the plan, say that it is met.");
        }
        ifMatch.check(prerequisite);
        LocalDate today = LocalDate.now(clock);
        if (on != null && (on.isAfter(today) || on.getYear() < 1900)) {
            throw ProblemException.ruleViolated(
                    "met-in-future",
                    "It cannot be met later than today.",
                    new FieldError("/metOn", "is not after today"));
        }
        prerequisite.meet(caller, on == null ? today : on, evidence);
        settle(plan, opportunity, caller);
        int unmet = (int) prerequisites.of(opportunity).stream()
                .filter(Prerequisite::blocks)
                .count();
        events.publish(new OpportunityPrerequisiteMet(
                planId,
                plan.clientId(),
                opportunityId,
                id,
                prerequisite.terms().kind(),
                unmet,
                now,
                caller.id(),
                opportunity.path()));
        return prerequisite;
    }

    private Opportunity open(AccountPlan plan, UUID opportunityId) {
        Opportunity opportunity = opportunities.get(plan, opportunityId);
        plan.requireLive();
        if (!opportunity.isOpen()) {
            throw ProblemException.conflict("opportunity-over", "The opportunity is " + opportunity.stage() + ".");
        }
        return opportunity;
    }

    private Caller writer(AccountPlan plan) {
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        return rights.caller();
    }

    private void requireKnown(Opportunity opportunity, List<UUID> dependsOn) {
        Set<UUID> known = new HashSet<>();
        prerequisites.of(opportunity).forEach(other -> known.add(other.id()));
        if (!known.containsAll(dependsOn)) {
            throw ProblemException.ruleViolated(
                    "prerequisite-unknown",
                    "It can only wait for prerequisites of the same opportunity.",
                    new FieldError("/dependsOn", "names something else"));
        }
    }

    /** Refuses circles, and judges the opportunity anew. */
    private void settle(AccountPlan plan, Opportunity opportunity, Caller by) {
        prerequisites.flush();
        opportunity.touch(by, clock.instant());
        prerequisites.judge(plan, opportunity, by.id(), clock.instant());
        prerequisites.flush();
    }
}
