package io.clientele.contracts.clients;

/** Where the bank's know-your-customer check of a client stands. */
public enum KycStatus {
    /** Not finished yet. */
    PENDING,
    /** Passed and in date. */
    VERIFIED,
    /** Passed once, the periodic review is overdue. */
    EXPIRED,
    /** Not passed. */
    FAILED
}
