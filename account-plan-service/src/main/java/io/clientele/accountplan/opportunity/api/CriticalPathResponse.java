package io.clientele.accountplan.opportunity.api;

import io.clientele.accountplan.opportunity.CriticalPath;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CriticalPath", description = "When everything a bid depends on can be in place.")
record CriticalPathResponse(
        @Schema(description = "Day everything can be in place.", examples = "2026-06-30")
        LocalDate readyOn,

        @Schema(description = "Day the request for proposal is expected.", examples = "2026-09-01") @Nullable
        LocalDate expectedRfpOn,

        @Schema(
                description = "Days between the two, below 0 when it is late; absent without an expected request.",
                examples = "63")
        @Nullable
        Integer slackDays,

        @Schema(description = "Whether it is late.") boolean late,

        @Schema(description = "The chain of unmet prerequisites that decides about the day.")
        List<UUID> path,

        @Schema(description = "Every prerequisite in time.") List<PathStep> steps) {
    static CriticalPathResponse from(CriticalPath path, @Nullable LocalDate expected) {
        return new CriticalPathResponse(
                path.readyOn(),
                expected,
                path.slackDays(),
                path.isLate(),
                path.path(),
                path.steps().stream()
                        .map(step -> PathStep.from(step, path.path().contains(step.id())))
                        .toList());
    }
}
