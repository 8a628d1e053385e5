package io.clientele.accountplan.objective;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing an objective lacks.
 *
 * @param code stable code, such as {@code baseline-missing}
 * @param field JSON Pointer to the field of the objective
 * @param detail what to do about it
 */
@Schema(name = "SmartFinding", description = "One thing an objective lacks.")
public record Finding(
        @Schema(description = "Stable code.", examples = "baseline-missing")
        String code,

        @Schema(description = "JSON Pointer to the field of the objective.", examples = "/baseline")
        String field,

        @Schema(description = "What to do about it.", examples = "Give the measured value it starts from.")
        String detail) {}
