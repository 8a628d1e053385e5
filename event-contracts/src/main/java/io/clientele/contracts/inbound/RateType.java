package io.clientele.contracts.inbound;

/** How interest of a credit facility is set. */
public enum RateType {
    /** For the whole term. */
    FIXED,
    /** By a reference rate. */
    FLOATING
}
