package io.clientele.loyalty.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Whose points are moved.
 *
 * @param zone time zone of the programme's business days
 */
public record Holder(UUID memberId, UUID programmeId, String clientId, ZoneId zone) {

    /** Path of the member. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/members/" + memberId;
    }

    String transactionLink(UUID posting) {
        return link() + "/transactions/" + posting;
    }

    String reservationLink(UUID reservation) {
        return link() + "/reservations/" + reservation;
    }

    /** The last business day on which points that expire at {@code expiresAt} can be spent. */
    LocalDate lastDayBefore(Instant expiresAt) {
        return expiresAt.minusNanos(1).atZone(zone).toLocalDate();
    }
}
