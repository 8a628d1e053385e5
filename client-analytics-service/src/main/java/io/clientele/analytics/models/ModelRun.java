package io.clientele.analytics.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everybody scored by a version of a model.
 *
 * @param version number of the version
 * @param asOf the instant whose history is scored
 * @param inForceFrom business time from which its scores count; null for a trial, or while it is not completed
 * @param clients scored
 * @param leftOut clients without what is needed
 * @param error why it failed, or why a client was left out because of an input in error; null = none
 * @param figures of the run as a whole
 */
public record ModelRun(
        UUID id,
        UUID modelId,
        ModelKind kind,
        int version,
        State state,
        Instant asOf,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant inForceFrom,
        long clients,
        long leftOut,
        @Nullable String error,
        JsonNode figures) {

    /** Where a run stands. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** The path of this run. */
    public String link() {
        return "/v1/model-runs/" + id;
    }
}
