package io.clientele.analytics.segments.membership;

/** What a computation is for. */
public enum CalculationKind {
    /** Everybody is judged by the version that took effect. */
    MEMBERSHIP,
    /** Everybody is judged anew because a rate or another reference input changed. */
    REFERENCES,
    /** Every member leaves a retired segment. */
    DISSOLUTION
}
