package io.clientele.accountplan.approval.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlanRejectionRequest", description = "Why a plan is sent back.")
record RejectionRequest(
        @NotBlank
        @Size(max = 2000)
        @Schema(description = "The reason.", examples = "The trade finance potential is missing.", required = true)
        String comment) {}
