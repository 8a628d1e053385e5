package io.clientele.accountplan.approval;

import io.clientele.accountplan.objective.LetterVerdict;
import io.clientele.accountplan.objective.Objective;
import io.clientele.accountplan.objective.Objectives;
import io.clientele.accountplan.objective.SmartVerdict;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan is submitted only with objectives, and only when no letter of any of them fails the SMART check. */
@ApplicationScoped
class SubmissionGate {

    private final Objectives objectives;

    SubmissionGate(Objectives objectives) {
        this.objectives = objectives;
    }

    /**
     * Passes when the plan is fit to be decided on.
     *
     * @return how many objectives it has
     * @throws ProblemException 422 {@code objectives-missing} or {@code smart-check-failed}, pointing at each objective
     *     and letter
     */
    int check(AccountPlan plan) {
        List<Objective> all = objectives.of(plan);
        if (all.isEmpty()) {
            throw ProblemException.ruleViolated(
                    "objectives-missing",
                    "A plan without an objective cannot be decided on: add one.",
                    new FieldError("/objectives", "is empty"));
        }
        Function<Objective, SmartVerdict> checks = objectives.checks(plan);
        FieldError[] failures = all.stream()
                .flatMap(objective -> failures(objective, checks.apply(objective)))
                .toArray(FieldError[]::new);
        if (failures.length > 0) {
            throw ProblemException.ruleViolated(
                    "smart-check-failed",
                    "Objectives fail the SMART check: each letter that fails is listed.",
                    failures);
        }
        return all.size();
    }

    private static Stream<FieldError> failures(Objective objective, SmartVerdict verdict) {
        return verdict.letters().stream()
                .filter(letter -> letter.result() == LetterVerdict.Result.FAIL)
                .map(letter -> new FieldError(
                        "/objectives/" + objective.id() + "/" + letter.criterion(),
                        letter.findings().stream()
                                .map(finding -> finding.code() + ": " + finding.detail())
                                .collect(Collectors.joining(" "))));
    }
}
