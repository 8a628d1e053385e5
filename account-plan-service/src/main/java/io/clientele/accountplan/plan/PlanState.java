package io.clientele.accountplan.plan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a plan's working copy stands. */
@Schema(description = """
        DRAFT: being written. SUBMITTED: waits for a decision, cannot be changed. APPROVED: in force, no draft open. \
        ARCHIVED: closed for good.""")
public enum PlanState {
    /** Being written. */
    DRAFT,
    /** Waits for somebody else's decision; frozen meanwhile. */
    SUBMITTED,
    /** In force; the next change opens a draft. */
    APPROVED,
    /** Closed for good. */
    ARCHIVED
}
