package io.clientele.loyalty.pool;

import io.clientele.loyalty.sql.Row;
import io.clientele.platform.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household or company that saves and spends together.
 *
 * @param clientId the client who answers for it
 * @param dissolvedAt null while it is open
 */
public record Pool(
        UUID id,
        UUID programmeId,
        String clientId,
        String name,
        Kind kind,
        State state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant dissolvedAt,
        long version)
        implements Versioned {

    /** Who saves together. */
    public enum Kind {
        HOUSEHOLD,
        COMPANY
    }

    /** Whether it still does. */
    public enum State {
        OPEN,
        DISSOLVED
    }

    /**
     * A member of a pool.
     *
     * @param earnsHere whether what the member earns goes to the pool at once
     * @param mandate points the member may spend per calendar month; null for none
     */
    public record Mate(
            UUID memberId, boolean earnsHere, @Nullable Long mandate, Instant joinedAt) {

        static Mate from(Row row) {
            long mandate = row.number("mandate");
            return new Mate(
                    row.uuid("member_id"),
                    row.flag("earns_here"),
                    mandate == 0 ? null : mandate,
                    row.time("joined_at"));
        }
    }

    static Pool from(Row row) {
        return new Pool(
                row.uuid("id"),
                row.uuid("programme_id"),
                row.text("client_id"),
                row.text("name"),
                Kind.valueOf(row.text("kind")),
                State.valueOf(row.text("state")),
                row.text("created_by"),
                row.time("created_at"),
                row.timeOrNull("dissolved_at"),
                row.number("version"));
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/pools/" + id;
    }
}
