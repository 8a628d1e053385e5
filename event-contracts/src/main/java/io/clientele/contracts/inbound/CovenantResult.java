package io.clientele.contracts.inbound;

/** What came of a covenant's test. */
public enum CovenantResult {
    /** The test is still to come. */
    NOT_TESTED,
    /** The covenant was kept. */
    MET,
    /** The covenant was broken. */
    BREACHED
}
