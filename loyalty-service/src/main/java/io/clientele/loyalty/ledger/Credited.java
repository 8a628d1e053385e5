package io.clientele.loyalty.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that one rule credited for one activity.
 *
 * @param transactionId id of the posting
 * @param expiresAt first instant they can no longer be spent; null when they do not expire
 * @param available points the member can spend after it
 */
public record Credited(
        UUID transactionId,
        String rule,
        String currency,
        long points,
        @Nullable Instant expiresAt,
        long available) {}
