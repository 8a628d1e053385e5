package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a model says of the clients judged.
 *
 * @param byClient the scores of each client who has any, by name
 */
public record ModelScores(Map<String, Map<String, Value>> byClient) {

    /** A client's score; null = none. */
    @Nullable
    Value score(String clientId, String name) {
        return byClient.getOrDefault(clientId, Map.of()).get(name);
    }
}
