package io.clientele.analytics.scores;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a model says of a client.
 *
 * @param inForceFrom business time from which it counts, until the model's next run does; null for a trial
 * @param scores by name, strings and numbers
 */
public record ClientScore(
        UUID modelId,
        UUID runId,
        String clientId,
        Instant asOf,
        @Nullable Instant inForceFrom,
        JsonNode scores) {}
