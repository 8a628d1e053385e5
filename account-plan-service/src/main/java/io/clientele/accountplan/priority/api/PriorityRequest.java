package io.clientele.accountplan.priority.api;

import io.clientele.accountplan.priority.PriorityTerms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PriorityRequest", description = "What a priority says.")
record PriorityRequest(
        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "Unique within the plan.",
                examples = "Become the lead cash management bank",
                required = true)
        String title,

        @Size(max = 4000)
        @Schema(description = "In more words.", examples = "All collections of the group run through us by 2027.")
        @Nullable
        String description,

        @Min(1) @Max(99) @Schema(description = "1 comes first.", examples = "1", required = true)
        int rank) {

    PriorityTerms terms() {
        return new PriorityTerms(title, description, rank);
    }
}
