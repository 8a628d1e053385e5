package io.clientele.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event on its way into the outbox; its sequence is given when it gets there. */
record OutboxEntry(
        UUID id,
        String topic,
        String subject,
        String type,
        @Nullable String payload,
        @Nullable String clientId,
        Instant businessTime,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    static final int BUCKETS = 64;

    /** The relay works bucket by bucket; all events of an aggregate share one. */
    int bucket() {
        return Math.floorMod(31 * topic.hashCode() + subject.hashCode(), BUCKETS);
    }
}
