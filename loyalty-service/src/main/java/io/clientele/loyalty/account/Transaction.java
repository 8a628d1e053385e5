package io.clientele.loyalty.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.loyalty.sql.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting in the ledger.
 *
 * @param kind what it did
 * @param points moved, above zero
 * @param change by which it changed what the member can spend
 * @param occurredAt its own time
 * @param recordedAt when it became known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Transaction(
        UUID id,
        Kind kind,
        String currency,
        long points,
        long change,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        @Nullable String rule,
        @Nullable Integer programmeVersion,
        @Nullable String sourceId,
        @Nullable UUID reservationId,
        @Nullable UUID reverses,
        @Nullable UUID transferId) {

    /** What a posting does. */
    public enum Kind {
        /** Points are credited for an activity. */
        EARN,
        /** Points are locked for a redemption to come. */
        RESERVE,
        /** Points are spent. */
        REDEEM,
        /** Locked points are given back. */
        RELEASE,
        /** Points reach the end of their life. */
        EXPIRE,
        /** Pending points become spendable. */
        ACTIVATE,
        /** An earning is taken back. */
        REVERSE,
        /** Points spent are given back. */
        REFUND,
        /** Points go to what the member owes. */
        SETTLE,
        /** Points are credited or taken by hand. */
        ADJUST,
        /** Points are given to another member or pool. */
        TRANSFER_OUT,
        /** Points are received from another member or pool. */
        TRANSFER_IN,
        /** Expired points are given back. */
        REINSTATE,
        /** Points end with the membership. */
        FORFEIT
    }

    /**
     * One movement of a posting.
     *
     * @param lot number of the lot
     * @param from state the points leave
     * @param to state they come into
     */
    public record Entry(int line, long lot, String from, String to, long points) {

        static Entry from(Row row) {
            return new Entry(
                    (int) row.number("line"),
                    row.number("lot_id"),
                    row.text("from_state"),
                    row.text("to_state"),
                    row.number("points"));
        }
    }

    static Transaction from(Row row) {
        return new Transaction(
                row.uuid("id"),
                Kind.valueOf(row.text("kind")),
                row.text("currency"),
                row.number("points"),
                row.number("change"),
                row.time("occurred_at"),
                row.time("recorded_at"),
                row.text("actor"),
                row.textOrNull("rule"),
                row.smallOrNull("programme_version"),
                row.textOrNull("source_id"),
                row.uuidOrNull("reservation_id"),
                row.uuidOrNull("reverses"),
                row.uuidOrNull("transfer_id"));
    }
}
