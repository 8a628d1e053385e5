package io.clientele.accountplan.contribution.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ContributionReason", description = "Why a section is sent back or declined.")
record ReasonRequest(
        @NotBlank
        @Size(max = 2000)
        @Schema(description = "The reason.", examples = "Please add the volumes of Brno.", required = true)
        String comment) {}
