package io.clientele.accountplan.tasks;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something one person still has to do.
 *
 * @param dueOn day it is wanted by; the last day of time where there is none
 * @param path of the resource to work on
 */
public record Task(TaskKind kind, UUID id, UUID planId, String clientId, String title, LocalDate dueOn, String path) {

    /** Stands for no day. */
    public static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);
}
