package io.clientele.accountplan.contribution.api;

import io.clientele.accountplan.contribution.ContributionStep;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ContributionStep", description = "One entry in the history of a contribution.")
record ContributionStepResponse(
        UUID id,
        ContributionStep.Kind kind,

        @Schema(description = "Who did it.", examples = "ps-dvorak")
        String actor,

        @Schema(description = "When, business time.") Instant at,

        @Schema(description = "Why.", examples = "Please add the volumes of Brno.") @Nullable
        String comment) {

    static ContributionStepResponse from(ContributionStep step) {
        return new ContributionStepResponse(step.id(), step.kind(), step.actor(), step.at(), step.comment());
    }
}
