package io.clientele.contracts.accountplans;

/** Why the sign-off of a section no longer holds. */
public enum VoidReason {
    /** The section was changed in substance. */
    EDITED,
    /** The section was sent back for another draft. */
    RETURNED
}
