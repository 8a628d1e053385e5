package io.clientele.accountplan.commitment;

import io.clientele.contracts.accountplans.CommitmentOrigin;
import java.util.Set;

/**
 * When compliance has to approve a commitment: when the bank itself makes other business a condition of credit, and that
 * business is no traditional bank product. What the client requires, or the banker merely expects, is free.
 */
final class AntiTyingGuard {

    private AntiTyingGuard() {}

    /**
     * Whether compliance has to approve.
     *
     * @param traditional product lines exempt from the rule
     */
    static boolean asksCompliance(CommitmentOrigin origin, String productLine, Set<String> traditional) {
        return origin == CommitmentOrigin.BANK_CONDITION && !traditional.contains(productLine);
    }
}
