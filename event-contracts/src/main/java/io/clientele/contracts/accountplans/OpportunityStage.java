package io.clientele.contracts.accountplans;

/** How far an opportunity is. */
public enum OpportunityStage {
    /** Somebody thinks there may be one. */
    SUSPECTED,
    /** The client prepares a request for proposal. */
    PRE_RFP,
    /** The request for proposal is out; a bid is written. */
    RFP,
    /** The client chose us among the last. */
    SHORTLISTED,
    /** The mandate is ours. */
    WON,
    /** The mandate is another's. */
    LOST,
    /** We do not bid. */
    WITHDRAWN
}
