package io.clientele.platform.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the delivery log: one event for one subscription.
 *
 * @param nextAttemptAt null once delivered or given up
 * @param lastStatus the receiver's HTTP status at the last attempt; null when it gave none
 * @param lastError why the last attempt failed
 */
public record Delivery(
        long id,
        UUID eventId,
        String eventType,
        State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError) {

    /** How it stands. */
    public enum State {
        /** Due now or later. */
        PENDING,
        /** The receiver answered 2xx. */
        DELIVERED,
        /** Given up after the last retry, or because the receiver is gone. */
        FAILED
    }
}
