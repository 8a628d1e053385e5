package io.clientele.accountplan.tasks.api;

import io.clientele.accountplan.tasks.Task;
import io.clientele.accountplan.tasks.TaskKind;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Task", description = "Something you still have to do.")
record TaskResponse(
        @Schema(description = "What it is.") TaskKind kind,
        @Schema(description = "Id of the resource.") UUID id,
        @Schema(description = "The plan.") UUID planId,

        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(
                description = "What is to be done; of a contribution, its product line.",
                examples = "Send the pooling proposal")
        String title,

        @Schema(description = "Day it is wanted by.", examples = "2026-04-30") @Nullable
        LocalDate dueOn,

        @Schema(description = "Whether that day is past.") boolean overdue,

        @Schema(
                description = "Path of the resource.",
                examples =
                        "/v1/account-plans/01957c80-11b2-7a55-8d0e-64f1b7c9a203/actions/01957c86-7c42-7e33-8a51-4d6e8fa02b34")
        String path) {
    static TaskResponse from(Task task, LocalDate today) {
        boolean dated = !task.dueOn().equals(Task.NO_DAY);
        return new TaskResponse(
                task.kind(),
                task.id(),
                task.planId(),
                task.clientId(),
                task.title(),
                dated ? task.dueOn() : null,
                task.dueOn().isBefore(today),
                task.path());
    }
}
