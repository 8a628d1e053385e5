package io.clientele.contracts.loyalty;

/** Why a member's tier changed. */
public enum TierChangeReason {
    /** The threshold was reached. */
    REACHED,
    /** The threshold was no longer reached, and grace is over. */
    NOT_KEPT,
    /** Taken over from another system. */
    IMPORTED,
    /** Taken over from a membership that was merged into this one. */
    MERGED
}
