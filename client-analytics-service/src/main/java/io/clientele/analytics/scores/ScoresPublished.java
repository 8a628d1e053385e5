package io.clientele.analytics.scores;

import java.util.UUID;

/** Fired within the transaction in which a run of a model comes into force, after its scores are written. */
public record ScoresPublished(UUID modelId) {}
