package io.clientele.contracts.accountplans;

/** Whose idea it is that credit comes with other business. */
public enum CommitmentOrigin {
    /** The client asks for it. */
    CLIENT_REQUIREMENT,
    /** The banker expects it; nothing depends on it. */
    EXPECTATION,
    /** The bank makes it a condition of the credit. */
    BANK_CONDITION
}
