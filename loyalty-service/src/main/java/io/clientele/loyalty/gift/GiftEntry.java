package io.clientele.loyalty.gift;

import io.clientele.loyalty.sql.Row;
import io.clientele.platform.http.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register.
 *
 * @param redemptionId null until it was given
 * @param value of all units
 * @param returned of it, what was taken back
 * @param reason why it was referred; null when nobody had to decide
 */
public record GiftEntry(
        UUID id,
        UUID programmeId,
        UUID memberId,
        String clientId,
        UUID rewardId,
        @Nullable UUID redemptionId,
        int quantity,
        BigDecimal value,
        String currency,
        BigDecimal returned,
        State state,
        @Nullable String reason,
        String enteredBy,
        Instant enteredAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        long version)
        implements Versioned {

    /** Where a gift stands. */
    public enum State {
        /** Compliance has to decide. */
        REFERRED,
        /** It may be redeemed once. */
        APPROVED,
        REJECTED,
        GIVEN
    }

    static GiftEntry from(Row row) {
        return new GiftEntry(
                row.uuid("id"),
                row.uuid("programme_id"),
                row.uuid("member_id"),
                row.text("client_id"),
                row.uuid("reward_id"),
                row.uuidOrNull("redemption_id"),
                (int) row.number("quantity"),
                new BigDecimal(row.text("value")),
                row.text("currency"),
                new BigDecimal(row.text("returned")),
                State.valueOf(row.text("state")),
                row.textOrNull("reason"),
                row.text("entered_by"),
                row.time("entered_at"),
                row.textOrNull("decided_by"),
                row.timeOrNull("decided_at"),
                row.number("version"));
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/gifts/" + id;
    }
}
