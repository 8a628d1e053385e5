package io.clientele.accountplan.action;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an action is done. */
@Schema(description = "Whether an action is done.")
public enum ActionStatus {
    /** It is still to be done. */
    OPEN,
    /** It is done. */
    DONE,
    /** It is not to be done any more. */
    CANCELLED
}
