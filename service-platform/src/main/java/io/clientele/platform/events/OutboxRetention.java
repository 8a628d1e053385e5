package io.clientele.platform.events;

import io.clientele.platform.background.DatabaseRefused;
import io.clientele.platform.background.OneReplica;
import io.clientele.platform.caller.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Keeps the feed replayable for eight days and removes what is older and sent. */
@ApplicationScoped
class OutboxRetention {

    private static final int BATCH = 5_000;

    private static final String REMOVE = """
            DELETE FROM outbox WHERE position IN (SELECT position FROM outbox WHERE position IS NOT NULL ORDER BY position LIMIT ?)
            AND sent_at < clock_timestamp() - interval '8 days'""";

    private final DataSource database;
    private final OneReplica oneReplica;

    OutboxRetention(DataSource database, OneReplica oneReplica) {
        this.database = database;
        this.oneReplica = oneReplica;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOld() {
        Work.of("event-retention").run(() -> {
            while (QuarkusTransaction.requiringNew().call(this::removeBatch) == BATCH) {
                Thread.onSpinWait();
            }
        });
    }

    private int removeBatch() {
        if (!oneReplica.mayDo("event-retention")) {
            return 0;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            remove.setInt(1, BATCH);
            return remove.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("removing old events", refused);
        }
    }
}
