package io.clientele.accountplan.approval.api;

import io.clientele.accountplan.approval.PlanStep;
import io.clientele.accountplan.plan.AccountPlan;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlanStep", description = "One entry in the history of a plan.")
record StepResponse(
        UUID id,
        UUID planId,
        PlanStep.Kind kind,

        @Schema(description = "The version the working copy was, or was to become.", examples = "1")
        int version,

        @Schema(description = "Who did it.", examples = "tl-svoboda")
        String actor,

        @Schema(description = "When, business time.") Instant at,

        @Schema(description = "Why.", examples = "Agreed with the client on 3 March.") @Nullable
        String comment) {

    static StepResponse from(PlanStep step) {
        return new StepResponse(
                step.id(), step.planId(), step.kind(), step.version(), step.actor(), step.at(), step.comment());
    }

    static String path(PlanStep step) {
        return AccountPlan.PATH + "/" + step.planId() + "/steps/" + step.id();
    }
}
