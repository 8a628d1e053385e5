package io.clientele.accountplan.progress;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an objective stands. */
@Schema(description = "How an objective stands.")
public enum ObjectiveStatus {
    /** It is being worked on. */
    OPEN,
    /** It was reached, shown by a value. */
    ACHIEVED,
    /** It was not reached. */
    MISSED,
    /** It is left for later. */
    DEFERRED,
    /** It is given up. */
    CANCELLED
}
