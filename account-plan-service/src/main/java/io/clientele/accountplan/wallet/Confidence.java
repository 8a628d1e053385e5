package io.clientele.accountplan.wallet;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How sure an estimate is. */
@Schema(description = "How sure an estimate is.")
public enum Confidence {
    /** A guess. */
    LOW,
    /** Told by somebody who may know. */
    MEDIUM,
    /** Seen in writing. */
    HIGH
}
