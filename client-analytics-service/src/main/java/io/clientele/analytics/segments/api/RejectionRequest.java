package io.clientele.analytics.segments.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SegmentRejectionRequest", description = "Why a version is sent back.")
record RejectionRequest(
        @NotBlank
        @Size(max = 1000)
        @Schema(description = "For its makers to read.", examples = "The window should be 180 days.", required = true)
        String reason) {}
