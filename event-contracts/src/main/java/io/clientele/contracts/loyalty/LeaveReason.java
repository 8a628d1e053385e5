package io.clientele.contracts.loyalty;

/** Why a membership ended. */
public enum LeaveReason {
    /** The member left. */
    DEPARTED,
    /** The client turned out to be another one, whose membership goes on. */
    MERGED,
    /** The person was erased. */
    ERASED
}
