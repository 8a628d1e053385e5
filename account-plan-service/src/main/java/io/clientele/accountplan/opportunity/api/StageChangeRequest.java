package io.clientele.accountplan.opportunity.api;

import io.clientele.contracts.accountplans.OpportunityStage;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "StageChangeRequest", description = "A move to another stage.")
record StageChangeRequest(
        @NotNull @Schema(description = "Where it goes.", required = true)
        OpportunityStage stage,

        @Size(max = 2000) @Schema(description = "Why it was lost or withdrawn.", examples = "Price") @Nullable
        String reason) {}
