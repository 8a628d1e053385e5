package io.clientele.analytics.models;

/** Where a version of a model stands. */
public enum ModelState {
    /** Being written; its runs are trials. */
    DRAFT,
    /** In use. */
    APPROVED,
    /** Replaced by a later version. */
    RETIRED
}
