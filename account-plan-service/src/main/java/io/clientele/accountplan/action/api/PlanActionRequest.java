package io.clientele.accountplan.action.api;

import io.clientele.accountplan.action.PlanActionTerms;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlanActionRequest", description = "An action to be kept.")
record PlanActionRequest(
        @NotBlank
        @Size(max = 200)
        @Schema(description = "What is to be done.", examples = "Send the pooling proposal", required = true)
        String title,

        @NotBlank
        @Size(max = 64)
        @Schema(description = "User id of who is to do it.", examples = "ps-dvorak", required = true)
        String owner,

        @NotNull @Schema(description = "Day it is wanted by.", examples = "2026-04-30", required = true)
        LocalDate dueOn,

        @Schema(description = "The objective of the plan it serves.") @Nullable
        UUID objectiveId) {
    PlanActionTerms terms() {
        return new PlanActionTerms(title, owner, dueOn, objectiveId);
    }
}
