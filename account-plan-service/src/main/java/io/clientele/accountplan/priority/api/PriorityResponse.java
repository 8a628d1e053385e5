package io.clientele.accountplan.priority.api;

import io.clientele.accountplan.priority.Priority;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Priority", description = "A strategic priority of a plan.")
record PriorityResponse(
        @Schema(examples = "01957c81-5e7a-7b11-9d2c-0a4f8a2b6c01")
        UUID id,

        @Schema(examples = "01957c80-11b2-7a55-8d0e-64f1b7c9a203")
        UUID planId,

        @Schema(examples = "Become the lead cash management bank")
        String title,

        @Schema(description = "In more words.", examples = "All collections of the group run through us by 2027.")
        @Nullable
        String description,

        @Schema(description = "1 comes first.", examples = "1")
        int rank) {

    static PriorityResponse from(Priority priority) {
        return new PriorityResponse(
                priority.id(),
                priority.planId(),
                priority.terms().title(),
                priority.terms().description(),
                priority.terms().rank());
    }
}
