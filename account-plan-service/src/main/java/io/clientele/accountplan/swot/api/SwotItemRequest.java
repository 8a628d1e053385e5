package io.clientele.accountplan.swot.api;

import io.clientele.accountplan.swot.SwotItemTerms;
import io.clientele.accountplan.swot.SwotKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SwotItemRequest", description = "A SWOT item to be kept.")
record SwotItemRequest(
        @NotNull @Schema(description = "Where it stands.", required = true)
        SwotKind kind,

        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "What it says.",
                examples = "The treasurer knows us from the acquisition of 2024",
                required = true)
        String statement,

        @NotBlank
        @Size(max = 2000)
        @Schema(description = "What shows it.", examples = "Call report of 15 January", required = true)
        String evidence,

        @Schema(description = "The action that answers a weakness or threat.") @Nullable
        UUID actionId,

        @Schema(description = "Whether a weakness or threat is accepted as it is.", required = true)
        boolean accepted) {
    SwotItemTerms terms() {
        return new SwotItemTerms(kind, statement, evidence, actionId, accepted);
    }
}
