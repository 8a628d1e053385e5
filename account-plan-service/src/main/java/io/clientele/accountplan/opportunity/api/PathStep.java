package io.clientele.accountplan.opportunity.api;

import io.clientele.accountplan.opportunity.CriticalPath;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PathStep", description = "A prerequisite in time.")
record PathStep(
        @Schema(description = "The prerequisite.") UUID prerequisiteId,

        @Schema(description = "Earliest start.", examples = "2026-02-01")
        LocalDate startsOn,

        @Schema(description = "Earliest end.", examples = "2026-03-03")
        LocalDate endsOn,

        @Schema(
                description = "Days it may end later without the whole being late; absent without an expected request.",
                examples = "12")
        @Nullable
        Integer slackDays,

        @Schema(description = "Whether it is on the critical path.")
        boolean critical) {
    static PathStep from(CriticalPath.Step step, boolean critical) {
        return new PathStep(step.id(), step.startsOn(), step.endsOn(), step.slackDays(), critical);
    }
}
