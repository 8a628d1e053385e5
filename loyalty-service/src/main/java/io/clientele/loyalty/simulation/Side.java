package io.clientele.loyalty.simulation;

/** Whose rules judged. */
public enum Side {
    /** The version in force when the simulation was begun. */
    TODAY,
    CANDIDATE
}
