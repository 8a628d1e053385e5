package io.clientele.loyalty.account;

import io.clientele.loyalty.sql.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of one earning.
 *
 * @param id number of the lot
 * @param transactionId the posting that earned it
 * @param expiresAt first instant it can no longer be spent; null when it does not expire
 * @param points as earned
 */
public record OpenLot(
        long id,
        UUID transactionId,
        String rule,
        int programmeVersion,
        String sourceId,
        Instant earnedAt,
        @Nullable Instant expiresAt,
        long points,
        long pending,
        long available,
        long reserved) {

    static OpenLot from(Row row) {
        return new OpenLot(
                row.number("id"),
                row.uuid("posting_id"),
                row.text("rule"),
                (int) row.number("programme_version"),
                row.text("source_id"),
                row.time("earned_at"),
                row.timeOrNull("expires_at"),
                row.number("points"),
                row.number("pending"),
                row.number("available"),
                row.number("reserved"));
    }
}
