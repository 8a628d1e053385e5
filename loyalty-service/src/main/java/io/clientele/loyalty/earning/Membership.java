package io.clientele.loyalty.earning;

import io.clientele.loyalty.sql.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What earning asks about a member.
 *
 * @param suspendedAt null unless the member is suspended now
 * @param leftAt null unless the member has left
 */
public record Membership(
        UUID id,
        UUID programmeId,
        String clientId,
        Instant joinedAt,
        @Nullable Instant suspendedAt,
        @Nullable Instant leftAt) {

    /** From a row with these columns of {@code member}. */
    public static Membership from(Row row) {
        return new Membership(
                row.uuid("id"),
                row.uuid("programme_id"),
                row.text("client_id"),
                row.time("joined_at"),
                row.timeOrNull("suspended_at"),
                row.timeOrNull("left_at"));
    }

    /** Why activity of that time earns this member nothing; null when it earns. */
    public @Nullable String obstacleAt(Instant time) {
        if (time.isBefore(joinedAt)) {
            return "the activity happened before the member joined";
        }
        if (leftAt != null && !time.isBefore(leftAt)) {
            return "the member had left";
        }
        if (suspendedAt != null && !time.isBefore(suspendedAt)) {
            return "the member is suspended";
        }
        return null;
    }
}
