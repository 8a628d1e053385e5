package io.clientele.accountplan.wallet;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;

/** What an estimate has to keep: a spend that is not negative, and a competitor's name exactly where a competitor holds it. */
final class WalletRules {

    private WalletRules() {}

    /**
     * Passes a consistent estimate.
     *
     * @throws ProblemException 422 {@code wallet-estimate-invalid}
     */
    static void check(WalletEstimateTerms terms) {
        if (terms.spend().signum() < 0) {
            throw invalid("/spend", "is not negative");
        }
        boolean named = terms.competitor() != null && !terms.competitor().isBlank();
        if (named != (terms.holder() == Holder.COMPETITOR)) {
            throw invalid("/competitor", "is named with holder COMPETITOR, and only there");
        }
        if (terms.estimatedOn().getYear() < 1900 || terms.estimatedOn().getYear() > 9999) {
            throw invalid("/estimatedOn", "is a day from 1900 on");
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.ruleViolated(
                "wallet-estimate-invalid", "The estimate is not consistent.", new FieldError(pointer, detail));
    }
}
