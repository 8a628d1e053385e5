package io.clientele.analytics.segments;

/** Where a segment stands. */
public enum SegmentState {
    /** No version has taken effect yet. */
    DRAFT,
    /** A version is in force; membership is kept. */
    ACTIVE,
    /** Ended for good; it has no members. */
    RETIRED
}
