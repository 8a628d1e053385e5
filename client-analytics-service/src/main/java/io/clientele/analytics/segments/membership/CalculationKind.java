package io.clientele.analytics.segments.membership;

/** What a computation is for. */
public enum CalculationKind {
    /** Everybody is judged by the version that took effect. */
    MEMBERSHIP,
    /** Every member leaves a retired segment. */
    DISSOLUTION
}
