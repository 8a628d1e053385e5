package io.clientele.accountplan.objective;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step on the way to the target.
 *
 * @param title what is reached
 * @param dueOn the day it is reached
 */
@Schema(description = "A step on the way to the target.")
public record Milestone(
        @NotBlank
        @Size(max = 200)
        @Schema(description = "What is reached.", examples = "Pilot with the Czech entity live", required = true)
        String title,

        @NotNull @Schema(description = "The day it is reached.", examples = "2026-03-31", required = true)
        LocalDate dueOn) {}
