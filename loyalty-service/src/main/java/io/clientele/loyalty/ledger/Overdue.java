package io.clientele.loyalty.ledger;

import io.clientele.loyalty.sql.Row;
import java.time.ZoneId;

/** A reservation whose deadline has passed, and whose points it holds. */
public record Overdue(Holder holder, Reservation reservation) {

    static Overdue from(Row row) {
        return new Overdue(
                new Holder(
                        row.uuid("member_id"),
                        row.uuid("programme_id"),
                        row.text("client_id"),
                        ZoneId.of(row.text("time_zone"))),
                Reservation.from(row));
    }
}
