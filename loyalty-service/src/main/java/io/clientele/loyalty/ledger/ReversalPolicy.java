package io.clientele.loyalty.ledger;

/** How far the reversal of an earning goes. */
public enum ReversalPolicy {
    /** Only while all of it still waits for activation. */
    PENDING_ONLY,
    /** What the member has; the rest is left. */
    WITHIN_BALANCE,
    /** All of it; what the member does not have is owed, and later credits go there first. */
    TO_ARREARS
}
