package io.clientele.loyalty.ledger;

import io.clientele.loyalty.sql.Row;
import io.clientele.platform.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points locked for a redemption to come.
 *
 * @param rewardId what they are meant for
 * @param quantity how many of it
 * @param deadline when the reservation ends by itself
 * @param endedAt when it ended; null while it is open
 */
public record Reservation(
        UUID id,
        UUID memberId,
        String currency,
        long points,
        @Nullable UUID rewardId,
        int quantity,
        State state,
        Instant createdAt,
        Instant deadline,
        @Nullable Instant endedAt)
        implements Versioned {

    /** Where a reservation stands; it ends once. */
    public enum State {
        OPEN,
        REDEEMED,
        CANCELLED,
        EXPIRED
    }

    @Override
    public long version() {
        return state == State.OPEN ? 0 : 1;
    }

    static Reservation from(Row row) {
        return new Reservation(
                row.uuid("id"),
                row.uuid("member_id"),
                row.text("currency"),
                row.number("points"),
                row.uuidOrNull("reward_id"),
                (int) row.number("quantity"),
                State.valueOf(row.text("state")),
                row.time("created_at"),
                row.time("deadline"),
                row.timeOrNull("ended_at"));
    }
}
