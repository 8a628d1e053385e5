package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.ModelTerms;
import io.clientele.accountplan.keyaccount.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "KeyAccountModelVersion", description = "A version of a model; once approved it never changes.")
record ModelVersionResponse(
        @Schema(description = "The model.") UUID modelId,

        @Schema(description = "From 1, without gaps.", examples = "1")
        int number,

        @Schema(description = "What it says.") ModelTerms terms,

        @Schema(description = "All who wrote it; none of them may approve it.", examples = "[\"an-horak\"]")
        List<String> makers,

        @Schema(description = "When it was written, or changed last.")
        Instant draftedAt,

        @Schema(description = "Who approved it.", examples = "co-marek") @Nullable
        String approvedBy,

        @Schema(description = "In force from then on, until the next version is; absent for a draft.") @Nullable
        Instant approvedAt) {
    static ModelVersionResponse from(ModelVersion version) {
        return new ModelVersionResponse(
                version.modelId(),
                version.number(),
                version.terms(),
                List.copyOf(version.makers()),
                version.draftedAt(),
                version.approvedBy(),
                version.approvedAt());
    }
}
