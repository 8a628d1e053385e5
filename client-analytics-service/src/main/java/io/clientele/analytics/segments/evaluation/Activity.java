package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Value;
import java.time.Instant;
import java.util.Map;

/**
 * Something the client did, as rules see it.
 *
 * @param sourceId the bank's own id of it
 * @param occurredAt when it happened
 * @param fields its fields by name
 */
public record Activity(String sourceId, Instant occurredAt, Map<String, Value> fields) {}
