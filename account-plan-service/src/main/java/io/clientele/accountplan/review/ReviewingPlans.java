package io.clientele.accountplan.review;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.contracts.accountplans.AccountPlanReviewOverdue;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Looking a plan through, and noticing when nobody did. */
@ApplicationScoped
public class ReviewingPlans {

    private final AccountPlans plans;
    private final PlanReviews reviews;
    private final EntityManager entities;
    private final CurrentWork work;
    private final Events events;
    private final Clock clock;

    ReviewingPlans(
            AccountPlans plans,
            PlanReviews reviews,
            EntityManager entities,
            CurrentWork work,
            Events events,
            Clock clock) {
        this.plans = plans;
        this.reviews = reviews;
        this.entities = entities;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records that a plan in force was looked through; it is stale no more.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 {@code plan-archived} or {@code plan-not-in-force}
     */
    @Transactional
    public PlanReview review(UUID planId, String comment) {
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        plan.requireLive();
        if (plan.versionInForce() == null) {
            throw ProblemException.conflict(
                    "plan-not-in-force", "There is no approved version to review: submit the draft.");
        }
        PlanReview review = new PlanReview(plan, comment, rights.caller(), clock.instant());
        reviews.persist(review);
        forget(planId);
        return review;
    }

    /** Flags the plans whose review became overdue, tells of each once, and takes the flag off those reviewed since. */
    @Transactional
    public void flagStale() {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        for (ReviewStanding plan : reviews.standing(null)) {
            if (plan.isOverdue(today) && !plan.stale()) {
                flag(plan, now);
            } else if (!plan.isOverdue(today) && plan.stale()) {
                forget(plan.planId());
            }
        }
    }

    private void flag(ReviewStanding plan, Instant now) {
        int flagged = entities.createNativeQuery(
                        "insert into plan_staleness (plan_id, since) values (:plan, :now) on conflict do nothing")
                .setParameter("plan", plan.planId())
                .setParameter("now", now)
                .executeUpdate();
        if (flagged == 1) {
            events.publish(new AccountPlanReviewOverdue(
                    plan.planId(),
                    plan.clientId(),
                    plan.lastReviewedOn(),
                    plan.dueOn(),
                    now,
                    work.caller().id(),
                    AccountPlan.PATH + "/" + plan.planId()));
        }
    }

    private void forget(UUID planId) {
        entities.createNativeQuery("delete from plan_staleness where plan_id = :plan")
                .setParameter("plan", planId)
                .executeUpdate();
    }
}
