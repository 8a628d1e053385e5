package io.clientele.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of the feed.
 *
 * @param position its place in the feed, ascending, not without gaps
 * @param payload JSON; null for a state that is gone
 */
public record FeedEvent(
        long position,
        UUID id,
        String source,
        String type,
        String subject,
        @Nullable String payload,
        String sequence,
        Instant businessTime,
        String correlationId,
        @Nullable String causationId,
        @Nullable String clientId) {}
