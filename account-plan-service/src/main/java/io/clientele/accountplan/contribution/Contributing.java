package io.clientele.accountplan.contribution;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.accountplan.plan.ProductLines;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking a specialist for a section, drafting and signing it, sending it back, declining. */
@ApplicationScoped
public class Contributing {

    private final AccountPlans plans;
    private final Contributions contributions;
    private final SpecialistAccess access;
    private final ProductLines productLines;
    private final CurrentWork work;
    private final Events events;
    private final Clock clock;

    Contributing(
            AccountPlans plans,
            Contributions contributions,
            SpecialistAccess access,
            ProductLines productLines,
            CurrentWork work,
            Events events,
            Clock clock) {
        this.plans = plans;
        this.contributions = contributions;
        this.access = access;
        this.productLines = productLines;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks a specialist for the section of a product line, and lets them see the client. Publishes
     * {@code contribution.requested}.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 {@code contribution-exists} or for the plan's state,
     *     422 {@code product-line-unknown}
     */
    @Transactional
    public Contribution request(
            UUID planId, String productLine, String specialist, @Nullable LocalDate dueOn, @Nullable String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        Caller requester = writer(plan);
        productLines.require(List.of(productLine), "/productLine");
        plan.edit(requester, now);
        if (contributions.asked(plan, productLine)) {
            throw ProblemException.conflict(
                    "contribution-exists", "A specialist was asked for this product line already.");
        }
        Contribution contribution = new Contribution(plan, productLine, specialist, dueOn, requester, now);
        contributions.persist(contribution);
        contributions.note(contribution, ContributionStep.Kind.REQUESTED, requester.id(), now, comment);
        access.grant(plan, contribution);
        events.publish(contribution.requested(plan));
        return contribution;
    }

    /**
     * Takes the specialist's draft. A material change of a signed section voids that signature, publishing
     * {@code contribution.voided}; other sections keep theirs.
     *
     * @throws ProblemException 404, 403 {@code not-asked-specialist}, 412, 409 {@code contribution-declined} or for the
     *     plan's state
     */
    @Transactional
    public Contribution draft(UUID planId, UUID id, IfMatch ifMatch, Section section) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        Contribution contribution = contributions.get(plan, id);
        ifMatch.check(contribution);
        Caller specialist = work.caller();
        plan.edit(specialist, now);
        contribution.draft(plan, section, specialist, now).ifPresent(voided -> {
            contributions.note(contribution, ContributionStep.Kind.VOIDED, specialist.id(), now, null);
            events.publish(voided);
        });
        contributions.note(contribution, ContributionStep.Kind.DRAFTED, specialist.id(), now, null);
        contributions.flush();
        return contribution;
    }

    /**
     * Signs the draft. Publishes {@code contribution.signed-off}.
     *
     * @throws ProblemException 404, 403 {@code not-asked-specialist}, 412, 409 {@code contribution-not-drafted} or
     *     {@code plan-archived}
     */
    @Transactional
    public Contribution signOff(UUID planId, UUID id, IfMatch ifMatch, @Nullable String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        Contribution contribution = contributions.get(plan, id);
        ifMatch.check(contribution);
        Caller specialist = work.caller();
        plan.review(specialist, now);
        events.publish(contribution.signOff(plan, specialist, now));
        contributions.note(contribution, ContributionStep.Kind.SIGNED_OFF, specialist.id(), now, comment);
        return contribution;
    }

    /**
     * Sends a section back for another draft; a signature under it no longer holds, which publishes
     * {@code contribution.voided}.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 {@code contribution-not-drafted} or for the
     *     plan's state
     */
    @Transactional
    public Contribution sendBack(UUID planId, UUID id, IfMatch ifMatch, String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        Caller writer = writer(plan);
        Contribution contribution = contributions.get(plan, id);
        ifMatch.check(contribution);
        plan.edit(writer, now);
        contribution.sendBack(plan, writer, now).ifPresent(events::publish);
        contributions.note(contribution, ContributionStep.Kind.RETURNED, writer.id(), now, comment);
        return contribution;
    }

    /**
     * Declines the request. The specialist sees the client no longer, unless for another reason.
     *
     * @throws ProblemException 404, 403 {@code not-asked-specialist}, 412, 409 {@code contribution-declined},
     *     {@code contribution-signed-off} or {@code plan-archived}
     */
    @Transactional
    public Contribution decline(UUID planId, UUID id, IfMatch ifMatch, String comment) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        Contribution contribution = contributions.get(plan, id);
        ifMatch.check(contribution);
        Caller specialist = work.caller();
        plan.review(specialist, now);
        contribution.decline(specialist, now);
        contributions.note(contribution, ContributionStep.Kind.DECLINED, specialist.id(), now, comment);
        contributions.flush();
        access.end(contribution);
        return contribution;
    }

    /**
     * Passes when nobody's required signature is missing.
     *
     * @throws ProblemException 422 {@code sign-off-missing}
     */
    public void requireSignOffs(AccountPlan plan) {
        FieldError[] missing = contributions.missingSignOffs(plan).stream()
                .map(line -> new FieldError("/contributions/" + line, "is not signed off"))
                .toArray(FieldError[]::new);
        if (missing.length > 0) {
            throw ProblemException.ruleViolated(
                    "sign-off-missing",
                    "Product lines the plan requires are not signed off by their specialists.",
                    missing);
        }
    }

    private Caller writer(AccountPlan plan) {
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        return rights.caller();
    }
}
