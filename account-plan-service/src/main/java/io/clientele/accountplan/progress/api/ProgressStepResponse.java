package io.clientele.accountplan.progress.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.progress.ObjectiveStatus;
import io.clientele.accountplan.progress.ProgressStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ObjectiveStep", description = "A measurement of an objective, or its end.")
record ProgressStepResponse(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "How the objective stands since; OPEN for a measurement.")
        ObjectiveStatus status,

        @Schema(description = "What was measured.", type = SchemaType.STRING, examples = "121.5")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal value,

        @Schema(description = "Day of the measurement, or of the end.", examples = "2026-01-31")
        LocalDate happenedOn,

        @Schema(description = "Where the value comes from, or why it ended so.", examples = "Monthly revenue report")
        String source,

        @Schema(description = "Who recorded it.", examples = "rm-novak")
        String recordedBy,

        @Schema(description = "When.") Instant recordedAt) {
    static ProgressStepResponse from(ProgressStep step) {
        return new ProgressStepResponse(
                step.id(),
                step.status(),
                step.value(),
                step.happenedOn(),
                step.source(),
                step.recordedBy(),
                step.recordedAt());
    }
}
