package io.clientele.stack.demo;

import java.time.Instant;
import java.util.Map;

/**
 * A line of {@code POST /v1/activities/imports}: something a client did.
 *
 * @param sourceId the bank's own id of it, the same each time it is sent
 */
public record ActivityLine(
        String sourceId, String clientId, String type, Instant occurredAt, Map<String, Object> data) {}
