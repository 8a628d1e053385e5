package io.clientele.contracts.loyalty;

/** Why reserved points were given back. */
public enum ReleaseReason {
    /** Somebody cancelled the reservation. */
    CANCELLED,
    /** The reservation reached its deadline. */
    EXPIRED
}
