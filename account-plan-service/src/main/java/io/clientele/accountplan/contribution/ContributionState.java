package io.clientele.accountplan.contribution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a section stands. */
@Schema(description = """
        REQUESTED: asked for. DRAFTED: written, not signed. SIGNED_OFF: signed by the specialist. RETURNED: sent back for \
        another draft. DECLINED: the specialist will not write it; somebody else may be asked.""")
public enum ContributionState {
    /** Asked for. */
    REQUESTED,
    /** Written, not signed. */
    DRAFTED,
    /** Signed by the specialist. */
    SIGNED_OFF,
    /** Sent back for another draft. */
    RETURNED,
    /** The specialist will not write it. */
    DECLINED
}
