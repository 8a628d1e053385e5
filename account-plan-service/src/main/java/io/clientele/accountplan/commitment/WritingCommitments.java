package io.clientele.accountplan.commitment;

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

/** Adding and changing the commitments of a plan: for the relationship manager and the leader of that team. */
@ApplicationScoped
public class WritingCommitments {

    private final AccountPlans plans;
    private final Commitments commitments;
    private final Clock clock;
    private final ProductLines productLines;
    private final CommitmentSettings settings;

    WritingCommitments(
            AccountPlans plans,
            Commitments commitments,
            Clock clock,
            ProductLines productLines,
            CommitmentSettings settings) {
        this.plans = plans;
        this.commitments = commitments;
        this.clock = clock;
        this.productLines = productLines;
        this.settings = settings;
    }

    /**
     * Adds one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 for the state of the plan, 422 {@code product-line-unknown}, {@code commitment-invalid}
     */
    @Transactional
    public Commitment add(UUID planId, CommitmentTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        plan.requireLive();
        check(terms);
        Commitment commitment = new Commitment(plan, terms, writer, now);
        commitments.persist(commitment);
        commitment.guard(
                AntiTyingGuard.asksCompliance(terms.origin(), terms.productLine(), settings.traditionalProducts()));
        return commitment;
    }

    /**
     * Changes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 409 for the state of the plan, 422 {@code product-line-unknown}, {@code commitment-invalid}
     */
    @Transactional
    public Commitment change(UUID planId, UUID id, IfMatch ifMatch, CommitmentTerms terms) {
        Instant now = clock.instant();
        AccountPlan plan = plans.forChange(planId);
        PlanRights rights = plans.rightsOver(plan);
        rights.requireWriter();
        Caller writer = rights.caller();
        Commitment commitment = commitments.get(plan, id);
        ifMatch.check(commitment);
        plan.requireLive();
        check(terms);
        commitment.change(terms, writer, now);
        commitments.flush();
        commitment.guard(
                AntiTyingGuard.asksCompliance(terms.origin(), terms.productLine(), settings.traditionalProducts()));
        commitments.flush();
        return commitment;
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
        Commitment commitment = commitments.get(plan, id);
        ifMatch.check(commitment);
        plan.requireLive();
        commitments.delete(commitment);
    }

    /**
     * Compliance approves a condition the bank imposes on credit.
     *
     * @throws ProblemException 404, 412, 409 {@code approval-not-needed} or {@code plan-archived}, 403 {@code four-eyes}
     */
    @Transactional
    public Commitment approve(UUID planId, UUID id, IfMatch ifMatch, String comment) {
        AccountPlan plan = plans.forChange(planId);
        Commitment commitment = commitments.get(plan, id);
        ifMatch.check(commitment);
        plan.requireLive();
        commitment.approve(plans.rightsOver(plan).caller(), comment, clock.instant());
        commitments.flush();
        return commitment;
    }

    private void check(CommitmentTerms terms) {
        productLines.require(List.of(terms.productLine()), "/productLine");
        if (terms.promised().signum() <= 0) {
            throw invalid("/promised", "is above 0");
        }
        if (terms.fromOn().getYear() < 1900
                || terms.toOn().getYear() > 9999
                || terms.toOn().isBefore(terms.fromOn())) {
            throw invalid("/toOn", "is not before the first day, from 1900 on");
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.ruleViolated(
                "commitment-invalid", "The commitment is not consistent.", new FieldError(pointer, detail));
    }
}
