package io.clientele.analytics.consents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client said of a purpose.
 *
 * @param purpose such as {@code marketing}
 * @param channel the channel it is limited to; null = all channels
 * @param source where the client said so
 * @param saidAt business time
 * @param recordedBy user id
 */
public record Statement(
        String purpose,
        @Nullable String channel,
        Decision decision,
        String source,
        Instant saidAt,
        String recordedBy,
        Instant recordedAt) {}
