package io.clientele.accountplan.health.api;

import io.clientele.accountplan.health.ComponentHealth;
import io.clientele.accountplan.health.PlanHealth;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlanHealth", description = """
        How well a plan does: the mean of its components by their weights, over those that are not missing, rounded half-even.""")
record PlanHealthResponse(
        @Schema(description = "When it was measured.") Instant measuredAt,

        @Schema(description = "All components together, 0 to 100; absent where all are missing.", examples = "74")
        @Nullable
        Integer score,

        @Schema(description = "The plan's own components.", examples = "80") @Nullable
        Integer planQuality,

        @Schema(description = "The client's components.", examples = "61") @Nullable
        Integer clientHealth,

        @Schema(description = "What each gave.") List<ComponentHealth> components) {
    static PlanHealthResponse from(PlanHealth health, Instant at) {
        return new PlanHealthResponse(
                at, health.score(), health.planQuality(), health.clientHealth(), health.components());
    }
}
