package io.clientele.analytics.models.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.scores.ClientScore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ClientScore", description = "What a run of a model says of a client.")
record ClientScoreResponse(
        @Schema(description = "The bank's own client number.", examples = "10482")
        String clientId,

        @Schema(description = "Id of the model.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005")
        UUID modelId,

        @Schema(description = "Id of the run.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110006")
        UUID runId,

        @Schema(description = "The instant whose history was scored.", examples = "1994-03-31T22:00:00Z")
        Instant asOf,

        @Schema(description = "From when it counts; absent for a trial.", examples = "1994-03-31T22:00:09Z") @Nullable
        Instant inForceFrom,

        @Schema(ref = "ModelScores") JsonNode scores) {

    static ClientScoreResponse from(ClientScore score) {
        return new ClientScoreResponse(
                score.clientId(), score.modelId(), score.runId(), score.asOf(), score.inForceFrom(), score.scores());
    }
}
