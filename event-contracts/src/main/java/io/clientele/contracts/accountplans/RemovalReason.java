package io.clientele.contracts.accountplans;

/** Why a client is no key account any more. */
public enum RemovalReason {
    /** The score fell below the exit score. */
    SCORE,
    /** A gate is closed. */
    GATE,
    /** The relationship manager looks after as many as may be. */
    CAPACITY,
    /** People decided so. */
    OVERRIDE,
    /** The override it stood on is over. */
    OVERRIDE_ENDED
}
