package io.clientele.contracts.accountplans;

/** Which way the measured value of an objective is meant to move. */
public enum Direction {
    /** The target lies above the baseline. */
    INCREASE,
    /** The target lies below the baseline. */
    DECREASE
}
