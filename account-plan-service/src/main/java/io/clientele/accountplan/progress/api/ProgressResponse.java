package io.clientele.accountplan.progress.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.objective.Objective;
import io.clientele.accountplan.progress.ObjectiveStatus;
import io.clientele.accountplan.progress.Progress;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ObjectiveProgress", description = "How far an objective is.")
record ProgressResponse(
        @Schema(description = "How it stands.") ObjectiveStatus status,

        @Schema(description = "Measured last.", type = SchemaType.STRING, examples = "121.5")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal value,

        @Schema(description = "Day of that measurement.", examples = "2026-01-31") @Nullable
        LocalDate measuredOn,

        @Schema(
                description = "Part of the way from baseline to target: 1 at the target, below 0 where it got worse.",
                type = SchemaType.STRING,
                examples = "0.575000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal covered,

        @Schema(description = "Whether it is past its day and still open.")
        boolean overdue) {
    static ProgressResponse from(Objective objective, Progress progress, LocalDate today) {
        return new ProgressResponse(
                progress.status(),
                progress.value(),
                progress.measuredOn(),
                progress.covered(),
                progress.overdue(objective.terms(), today));
    }
}
