package io.clientele.loyalty.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points to be locked.
 *
 * @param reservationId id of the reservation to be
 * @param points 1 to {@value Ledger#MAX_POINTS}
 * @param rewardId what they are meant for
 * @param quantity how many of it, at least 1
 * @param deadline when the reservation ends by itself
 */
public record Hold(
        UUID reservationId,
        String currency,
        long points,
        @Nullable UUID rewardId,
        int quantity,
        Instant deadline) {

    public Hold {
        Ledger.requirePoints(points);
    }
}
