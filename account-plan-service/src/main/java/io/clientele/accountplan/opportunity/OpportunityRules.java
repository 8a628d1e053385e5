package io.clientele.accountplan.opportunity;

import io.clientele.accountplan.objective.Objectives;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.ProductLines;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an opportunity has to keep: a known product line, an objective of its own plan, dates in their order, no debt. */
@ApplicationScoped
class OpportunityRules {

    private final ProductLines productLines;
    private final Objectives objectives;

    OpportunityRules(ProductLines productLines, Objectives objectives) {
        this.productLines = productLines;
        this.objectives = objectives;
    }

    /**
     * Passes a consistent opportunity.
     *
     * @throws ProblemException 422 {@code product-line-unknown}, {@code objective-unknown}, {@code opportunity-invalid}
     */
    void check(AccountPlan plan, OpportunityTerms terms) {
        productLines.require(List.of(terms.productLine()), "/productLine");
        if (terms.objectiveId() != null
                && objectives.count("planId = ?1 and id = ?2", plan.id(), terms.objectiveId()) == 0) {
            throw ProblemException.ruleViolated(
                    "objective-unknown",
                    "The plan has no such objective: add it first.",
                    new FieldError("/objectiveId", "is no objective of the plan"));
        }
        if (terms.amount().signum() < 0) {
            throw invalid("/amount", "is not negative");
        }
        inOrder(terms.expectedRfpOn(), terms.submissionOn(), "/submissionOn");
        inOrder(terms.submissionOn(), terms.decisionOn(), "/decisionOn");
        inOrder(terms.expectedRfpOn(), terms.decisionOn(), "/decisionOn");
    }

    private static void inOrder(@Nullable LocalDate earlier, @Nullable LocalDate later, String pointer) {
        if (later != null && (later.getYear() < 1900 || later.getYear() > 9999)
                || earlier != null && (earlier.getYear() < 1900 || earlier.getYear() > 9999)) {
            throw invalid(pointer, "and the dates before it are days from 1900 on");
        }
        if (earlier != null && later != null && later.isBefore(earlier)) {
            throw invalid(pointer, "is not before the step before it");
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.ruleViolated(
                "opportunity-invalid", "The opportunity is not consistent.", new FieldError(pointer, detail));
    }
}
