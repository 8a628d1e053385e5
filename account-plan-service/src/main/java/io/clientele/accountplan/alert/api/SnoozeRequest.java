package io.clientele.accountplan.alert.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AlertSnooze", description = "To which day an alert is put off.")
record SnoozeRequest(
        @NotNull
        @Schema(description = "A day from tomorrow to a year from today.", examples = "2026-02-15", required = true)
        LocalDate until) {}
