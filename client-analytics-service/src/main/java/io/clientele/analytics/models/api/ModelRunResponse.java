package io.clientele.analytics.models.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.models.ModelRun;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ModelRun", description = "Everybody scored by a version of a model.")
record ModelRunResponse(
        @Schema(description = "Id of the run.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110006")
        UUID id,

        @Schema(description = "Id of the model.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005")
        UUID modelId,

        @Schema(description = "Number of the version.", examples = "1")
        int version,

        @Schema(description = "Where it stands.", examples = "COMPLETED")
        ModelRun.State state,

        @Schema(description = "The instant whose history is scored.", examples = "1994-03-31T22:00:00Z")
        Instant asOf,

        @Schema(description = "Who asked for it.", examples = "analyst-svoboda")
        String requestedBy,

        @Schema(description = "When it was asked for.", examples = "1994-03-31T22:00:00Z")
        Instant requestedAt,

        @Schema(description = "When it ended.", examples = "1994-03-31T22:00:09Z") @Nullable
        Instant finishedAt,

        @Schema(
                description = "From when its scores count, until the next run's do; absent for a trial.",
                examples = "1994-03-31T22:00:09Z")
        @Nullable
        Instant inForceFrom,

        @Schema(description = "Clients scored.", examples = "1229")
        long clients,

        @Schema(description = "Clients without what is needed.", examples = "4140")
        long leftOut,

        @Schema(
                description = "Why it failed, or why a client was left out because of an input in error.",
                examples = "activity 171812 is in CZK and there is no rate to EUR for 1994-03-31")
        @Nullable
        String error,

        @Schema(ref = "ModelFigures") JsonNode figures) {

    static ModelRunResponse from(ModelRun run) {
        return new ModelRunResponse(
                run.id(),
                run.modelId(),
                run.version(),
                run.state(),
                run.asOf(),
                run.requestedBy(),
                run.requestedAt(),
                run.finishedAt(),
                run.inForceFrom(),
                run.clients(),
                run.leftOut(),
                run.error(),
                run.figures());
    }
}
