package io.clientele.accountplan.health.api;

import io.clientele.accountplan.health.MeasuringHealth;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlanHealthRun", description = "A measurement of all live plans.")
record HealthRunResponse(
        @Schema(description = "When.") Instant at,

        @Schema(description = "How many live plans there are.", examples = "2000")
        int plans,

        @Schema(description = "In how many something was other than last time.", examples = "37")
        int changed) {
    static HealthRunResponse from(MeasuringHealth.Run run) {
        return new HealthRunResponse(run.at(), run.plans(), run.changed());
    }
}
