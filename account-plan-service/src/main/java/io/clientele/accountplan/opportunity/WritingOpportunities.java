package io.clientele.accountplan.opportunity;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.contracts.accountplans.OpportunityStage;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adding and changing the opportunities of a plan: for the relationship manager and the leader of that team. */
@ApplicationScoped
public class WritingOpportunities {

    private final AccountPlans plans;
    private final Opportunities opportunities;
    private final Clock clock;
    private final OpportunityRules rules;
    private final Prerequisites prerequisites;
    private final Events events;

    WritingOpportunities(
            AccountPlans plans,
            Opportunities opportunities,
            Clock clock,
            OpportunityRules rules,
            Prerequisites prerequisites,
            Events events) {
        this.plans = plans;
        this.opportunities = opportunities;
        this.clock = clock;
        this.rules = rules;
        this.prerequisites = prerequisites;
        this.events = events;
    }

    /**
     * Adds one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 for the state of the plan, 422 {@code product-line-unknown}, {@code objective-unknown}, {@code opportunity-invalid}
     */
    @Transactional
    public Opportunity add(UUID planId, OpportunityTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        plan.requireLive();
        rules.check(plan, terms);
        Opportunity opportunity = new Opportunity(plan, terms, writer, now);
        opportunities.persist(opportunity);

        return opportunity;
    }

    /**
     * Changes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 for the state of the plan, 422 {@code product-line-unknown}, {@code objective-unknown}, {@code opportunity-invalid}
     */
    @Transactional
    public Opportunity change(UUID planId, UUID id, IfMatch ifMatch, OpportunityTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        Opportunity opportunity = opportunities.get(plan, id);
        ifMatch.check(opportunity);
        plan.requireLive();
        rules.check(plan, terms);
        opportunity.change(terms, writer, now);
        opportunities.flush();
        prerequisites.judge(plan, opportunity, writer.id(), now);
        return opportunity;
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
        Opportunity opportunity = opportunities.get(plan, id);
        ifMatch.check(opportunity);
        plan.requireLive();
        prerequisites.removeAll(opportunity);
        opportunities.delete(opportunity);
    }

    /**
     * Moves an opportunity to another stage. Publishes {@code opportunity.stage-changed}.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 {@code stage-not-reachable}, 422
     *     {@code prerequisite-unmet} or {@code reason-missing}
     */
    @Transactional
    public Opportunity move(UUID planId, UUID id, IfMatch ifMatch, OpportunityStage to, @Nullable String reason) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Opportunity opportunity = opportunities.get(plan, id);
        ifMatch.check(opportunity);
        plan.requireLive();
        StageRules.check(opportunity.stage(), to);
        if (to == OpportunityStage.RFP) {
            prerequisites.requireBlockersMet(opportunity);
        }
        events.publish(opportunity.move(plan, to, reason, rights.caller(), now));
        prerequisites.judge(plan, opportunity, rights.caller().id(), now);
        return opportunity;
    }
}
