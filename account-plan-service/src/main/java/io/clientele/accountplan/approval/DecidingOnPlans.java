package io.clientele.accountplan.approval;

import io.clientele.accountplan.contribution.Contributing;
import io.clientele.accountplan.contribution.SpecialistAccess;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.contracts.accountplans.AccountPlanApproved;
import io.clientele.contracts.accountplans.AccountPlanVersionPublished;
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

/**
 * Submitting a plan and deciding on it. Each act is kept as a step and published; each needs the plan as the caller read
 * it, so that nobody decides on what they have not seen.
 */
@ApplicationScoped
public class DecidingOnPlans {

    private final AccountPlans plans;
    private final SubmissionGate gate;
    private final Contributing contributing;
    private final SpecialistAccess access;
    private final PlanVersions versions;
    private final PlanSteps steps;
    private final Events events;
    private final Clock clock;

    DecidingOnPlans(
            AccountPlans plans,
            SubmissionGate gate,
            Contributing contributing,
            SpecialistAccess access,
            PlanVersions versions,
            PlanSteps steps,
            Events events,
            Clock clock) {
        this.plans = plans;
        this.gate = gate;
        this.contributing = contributing;
        this.access = access;
        this.versions = versions;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /** A step with the plan after it. */
    public record Taken(PlanStep step, AccountPlan plan) {}

    /**
     * Submits the draft. Publishes {@code account-plan.submitted}.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 {@code plan-not-draft}, 422
     *     {@code objectives-missing} or {@code smart-check-failed}
     */
    @Transactional
    public Taken submit(UUID id, IfMatch ifMatch, @Nullable String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(id);
        Caller caller = writer(plan);
        ifMatch.check(plan);
        events.publish(plan.submit(caller, gate.check(plan), now));
        return taken(plan, PlanStep.Kind.SUBMITTED, caller, now, comment);
    }

    /**
     * Brings the submitted draft into force as an immutable version. Publishes {@code account-plan.approved} and
     * {@code account-plan.version-published}.
     *
     * @throws ProblemException 404, 403 {@code not-plan-approver} or {@code four-eyes}, 412, 409
     *     {@code plan-not-submitted}, 422 {@code sign-off-missing} or {@code smart-check-failed}
     */
    @Transactional
    public Taken approve(UUID id, IfMatch ifMatch, @Nullable String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(id);
        Caller approver = approver(plan);
        ifMatch.check(plan);
        plan.requireSubmitted();
        gate.check(plan);
        contributing.requireSignOffs(plan);
        PlanVersion version = versions.keep(plan, approver.id(), now);
        Integer superseded = plan.versionInForce();
        AccountPlanApproved approved = plan.approve(approver, now);
        events.publish(approved);
        events.publish(new AccountPlanVersionPublished(
                approved.planId(),
                approved.clientId(),
                approved.version(),
                superseded,
                approved.periodStart(),
                approved.periodEnd(),
                now,
                approver.id(),
                version.path()));
        return taken(plan, PlanStep.Kind.APPROVED, approver, now, comment);
    }

    /**
     * Sends the submitted draft back. Publishes {@code account-plan.rejected}.
     *
     * @throws ProblemException 404, 403 {@code not-plan-approver} or {@code four-eyes}, 412, 409
     *     {@code plan-not-submitted}
     */
    @Transactional
    public Taken reject(UUID id, IfMatch ifMatch, String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(id);
        Caller approver = approver(plan);
        ifMatch.check(plan);
        events.publish(plan.reject(approver, now));
        return taken(plan, PlanStep.Kind.REJECTED, approver, now, comment);
    }

    /**
     * Takes the submitted draft back before a decision. Publishes {@code account-plan.recalled}.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 {@code plan-not-submitted}
     */
    @Transactional
    public Taken recall(UUID id, IfMatch ifMatch, @Nullable String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(id);
        Caller caller = writer(plan);
        ifMatch.check(plan);
        events.publish(plan.recall(caller, now));
        return taken(plan, PlanStep.Kind.RECALLED, caller, now, comment);
    }

    /**
     * Closes the plan for good. Specialists who were asked see the client no longer. Publishes
     * {@code account-plan.archived}.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 {@code plan-submitted} or
     *     {@code plan-archived}
     */
    @Transactional
    public Taken archive(UUID id, IfMatch ifMatch, @Nullable String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(id);
        Caller caller = writer(plan);
        ifMatch.check(plan);
        events.publish(plan.archive(caller, now));
        access.endAll(plan);
        return taken(plan, PlanStep.Kind.ARCHIVED, caller, now, comment);
    }

    private Taken taken(AccountPlan plan, PlanStep.Kind kind, Caller by, Instant now, @Nullable String comment) {
        PlanStep step = new PlanStep(plan, kind, by.id(), now, comment);
        steps.persist(step);
        return new Taken(step, plan);
    }

    private Caller writer(AccountPlan plan) {
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        return rights.caller();
    }

    private Caller approver(AccountPlan plan) {
        PlanRights rights = plans.rightsOver(plan);
        rights.requireApprover(plan);
        return rights.caller();
    }
}
