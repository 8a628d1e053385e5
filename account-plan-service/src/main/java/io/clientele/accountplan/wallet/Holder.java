package io.clientele.accountplan.wallet;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has the business. */
@Schema(description = "Who has the business.")
public enum Holder {
    /** We have it. */
    US,
    /** A named competitor has it. */
    COMPETITOR,
    /** The client does it itself. */
    INTERNAL,
    /** Nobody has it yet. */
    NONE,
    /** It is not known who has it. */
    UNKNOWN
}
