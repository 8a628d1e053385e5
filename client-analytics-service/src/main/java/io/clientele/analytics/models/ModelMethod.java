package io.clientele.analytics.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How models of one kind score clients. A bean per kind. */
public interface ModelMethod {

    /** The kind. */
    ModelKind kind();

    /**
     * Passes when a definition can be run.
     *
     * @throws ProblemException 422, pointing to what cannot
     */
    void check(JsonNode definition);

    /**
     * Scores everybody, reproducibly: the same definition, instant and history give the same scores.
     *
     * @param asOf the instant whose history is scored
     * @param former the figures of the model's last run in force, so that names can be kept; null = none
     */
    Scored run(JsonNode definition, Instant asOf, @Nullable JsonNode former);

    /**
     * What a run says.
     *
     * @param byClient the scores of each client who has any
     * @param leftOut clients without what is needed
     * @param error why one of them was left out, when an input was in error; null otherwise
     * @param figures of the run as a whole
     */
    record Scored(
            Map<String, JsonNode> byClient,
            long leftOut,
            @Nullable String error,
            ObjectNode figures) {}
}
