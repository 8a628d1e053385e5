package io.clientele.platform.events;

import io.clientele.platform.background.BackgroundLoop;
import io.clientele.platform.background.DatabaseRefused;
import io.clientele.platform.background.OneReplica;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Gives committed events their position in the feed, one replica at a time. Numbers given inside the writing transaction
 * would become visible out of order, and a reader would skip what commits late.
 */
@ApplicationScoped
class FeedSequencer {

    private static final int BATCH = 5_000;
    private static final Duration POLL = Duration.ofMillis(200);

    /** Rows are locked in the order in which the relay locks them. */
    private static final String PLACE = """
            WITH unplaced AS (
                SELECT id, entry FROM outbox WHERE position IS NULL ORDER BY entry LIMIT ? FOR UPDATE),
            numbered AS (
                SELECT id, h.position + row_number() OVER (ORDER BY entry) AS position FROM unplaced CROSS JOIN feed_horizon h),
            placed AS (
                UPDATE outbox o SET position = n.position FROM numbered n WHERE o.id = n.id RETURNING o.position)
            UPDATE feed_horizon SET position = p.last FROM (SELECT max(position) AS last FROM placed) p
            WHERE p.last IS NOT NULL
            RETURNING p.last""";

    private final DataSource database;
    private final OneReplica oneReplica;
    private final BackgroundLoop loop;

    FeedSequencer(DataSource database, OneReplica oneReplica, OutboxSignal signal) {
        this.database = database;
        this.oneReplica = oneReplica;
        this.loop = new BackgroundLoop("feed-sequencer", POLL, this::round);
        signal.onCommit(loop::wake);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(Duration.ofSeconds(5));
    }

    private boolean round() {
        return QuarkusTransaction.requiringNew().call(this::place);
    }

    /** True when events were placed: there may be more. */
    private boolean place() {
        if (!oneReplica.mayDo("feed-sequencer")) {
            return false;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement place = connection.prepareStatement(PLACE)) {
            place.setInt(1, BATCH);
            try (var placed = place.executeQuery()) {
                return placed.next();
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused("placing events in the feed", refused);
        }
    }
}
