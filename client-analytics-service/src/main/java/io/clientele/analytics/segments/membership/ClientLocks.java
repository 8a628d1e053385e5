package io.clientele.analytics.segments.membership;

import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction at a time judges a client. Whoever takes work from the queues takes only clients that nobody holds, so
 * never waits; what is read after the lock includes all that the holder before it committed.
 */
@ApplicationScoped
class ClientLocks {

    private static final String FREE =
            "SELECT client_id FROM (SELECT DISTINCT client_id FROM (%s) AS waiting LIMIT ?) AS few"
                    + " WHERE pg_try_advisory_xact_lock(hashtextextended(client_id, 5233))";

    private static final String MARKED = FREE.formatted("SELECT client_id FROM segment_mark ORDER BY id LIMIT 5000");

    private static final String DUE =
            FREE.formatted("SELECT client_id FROM segment_due WHERE due_at <= ? ORDER BY due_at LIMIT 5000");

    private static final String ALL = "SELECT pg_advisory_xact_lock(hashtextextended(id, 5233)) FROM unnest(?) AS id";

    private final Statements statements;

    ClientLocks(Statements statements) {
        this.statements = statements;
    }

    /** Some clients with marks, locked. */
    List<String> marked(int atMost) {
        return ids(MARKED, atMost);
    }

    /** Some clients for whom an instant has come, locked. */
    List<String> due(Instant now, int atMost) {
        return ids(DUE, now, atMost);
    }

    /** Locks these clients, waiting for each; callers pass them in one order, so that they cannot wait in a circle. */
    void all(Collection<String> inOrder) {
        statements.run(ALL, inOrder);
    }

    private List<String> ids(String sql, @Nullable Object... parameters) {
        return statements.rows(sql, row -> row.getString("client_id"), parameters);
    }
}
