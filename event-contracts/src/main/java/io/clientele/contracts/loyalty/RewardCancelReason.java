package io.clientele.contracts.loyalty;

/** Why a redemption was taken back. */
public enum RewardCancelReason {
    /** Somebody cancelled it. */
    CANCELLED,
    /** The deliverer could not deliver. */
    FAILED,
    /** It was not delivered in time. */
    TIMED_OUT
}
