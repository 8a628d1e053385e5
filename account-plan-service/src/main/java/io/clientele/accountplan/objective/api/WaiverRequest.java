package io.clientele.accountplan.objective.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WaiverRequest", description = "The acceptance of a justification.")
record WaiverRequest(
        @NotBlank
        @Size(max = 2000)
        @Schema(
                description = "Why it is accepted.",
                examples = "The mandate of the parent is signed; the volume follows.",
                required = true)
        String comment) {}
