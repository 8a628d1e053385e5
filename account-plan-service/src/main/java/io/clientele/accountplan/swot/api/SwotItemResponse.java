package io.clientele.accountplan.swot.api;

import io.clientele.accountplan.swot.SwotItem;
import io.clientele.accountplan.swot.SwotItemTerms;
import io.clientele.accountplan.swot.SwotKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SwotItem", description = "A SWOT item.")
record SwotItemResponse(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The plan.") UUID planId,
        @Schema(description = "Where it stands.") SwotKind kind,

        @Schema(description = "What it says.", examples = "The treasurer knows us from the acquisition of 2024")
        String statement,

        @Schema(description = "What shows it.", examples = "Call report of 15 January")
        String evidence,

        @Schema(description = "The action that answers a weakness or threat.") @Nullable
        UUID actionId,

        @Schema(description = "Whether a weakness or threat is accepted as it is.")
        boolean accepted,

        @Schema(description = "Who added it.", examples = "rm-novak")
        String createdBy,

        @Schema(description = "When it was added.") Instant createdAt,

        @Schema(description = "Who changed it last.", examples = "rm-novak")
        String changedBy,

        @Schema(description = "When it was changed last.") Instant changedAt) {
    static SwotItemResponse from(SwotItem swotItem) {
        SwotItemTerms terms = swotItem.terms();
        return new SwotItemResponse(
                swotItem.id(),
                swotItem.planId(),
                terms.kind(),
                terms.statement(),
                terms.evidence(),
                terms.actionId(),
                terms.accepted(),
                swotItem.createdBy(),
                swotItem.createdAt(),
                swotItem.changedBy(),
                swotItem.changedAt());
    }
}
