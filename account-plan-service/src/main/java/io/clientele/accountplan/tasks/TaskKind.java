package io.clientele.accountplan.tasks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a task is. */
@Schema(description = "What a task is.")
public enum TaskKind {
    /** An action of a plan. */
    ACTION,
    /** A section to write or to sign. */
    CONTRIBUTION,
    /** Something to be in place before a bid. */
    PREREQUISITE
}
