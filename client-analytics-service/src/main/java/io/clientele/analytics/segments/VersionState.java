package io.clientele.analytics.segments;

/** Where a version of a segment stands. */
public enum VersionState {
    /** Being written. */
    DRAFT,
    /** Waiting for a second person. */
    IN_REVIEW,
    /** Approved; takes effect at its effective date. */
    APPROVED,
    /** In force. */
    ACTIVE,
    /** Replaced by a later version, or ended with the segment. */
    RETIRED
}
