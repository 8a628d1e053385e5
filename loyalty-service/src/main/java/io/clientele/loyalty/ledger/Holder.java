package io.clientele.loyalty.ledger;

import io.clientele.loyalty.sql.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Whose points are moved: a member's or a pool's.
 *
 * @param memberId id of the membership, or of the pool
 * @param zone time zone of the programme's business days
 * @param pool whether it is a pool
 */
public record Holder(UUID memberId, UUID programmeId, String clientId, ZoneId zone, boolean pool) {

    /** A member. */
    public Holder(UUID memberId, UUID programmeId, String clientId, ZoneId zone) {
        this(memberId, programmeId, clientId, zone, false);
    }

    static Holder from(Row row) {
        return new Holder(
                row.uuid("holder_id"),
                row.uuid("programme_id"),
                row.text("client_id"),
                ZoneId.of(row.text("time_zone")),
                row.flag("pool"));
    }

    /** Path of the member or pool. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + (pool ? "/pools/" : "/members/") + memberId;
    }

    String transactionLink(UUID posting) {
        return link() + "/transactions/" + posting;
    }

    String reservationLink(UUID reservation) {
        return link() + "/reservations/" + reservation;
    }

    /** The last business day on which points that expire at {@code expiresAt} can be spent. */
    public LocalDate lastDayBefore(Instant expiresAt) {
        return expiresAt.minusNanos(1).atZone(zone).toLocalDate();
    }
}
