package io.clientele.platform.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record kept aside.
 *
 * @param poison whether it failed itself; otherwise it waits behind one that did
 */
public record DeadLetter(
        long id,
        String consumer,
        InboundRecord inbound,
        String reason,
        boolean poison,
        Instant parkedAt,
        @Nullable Instant resolvedAt) {

    /** Whether it was not taken since. */
    public boolean isWaiting() {
        return resolvedAt == null;
    }
}
