package io.clientele.accountplan.progress.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.progress.ObjectiveStatus;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ObjectiveOutcome", description = "The end of an objective.")
record OutcomeRequest(
        @NotNull
        @Schema(
                description = "How it ends: ACHIEVED, MISSED, DEFERRED or CANCELLED.",
                examples = "CANCELLED",
                required = true)
        ObjectiveStatus status,

        @Digits(integer = 18, fraction = 6)
        @Schema(description = "What shows it; required for ACHIEVED.", type = SchemaType.STRING, examples = "131")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal value,

        @NotBlank
        @Size(max = 2000)
        @Schema(description = "Why it ended so.", examples = "The client merged", required = true)
        String reason) {}
