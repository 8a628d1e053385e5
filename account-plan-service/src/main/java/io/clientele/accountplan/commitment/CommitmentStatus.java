package io.clientele.accountplan.commitment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a commitment holds. */
@Schema(description = "Whether a commitment holds.")
public enum CommitmentStatus {
    /** It holds. */
    ACTIVE,
    /** Compliance has to approve the condition. */
    WAITS_FOR_COMPLIANCE
}
