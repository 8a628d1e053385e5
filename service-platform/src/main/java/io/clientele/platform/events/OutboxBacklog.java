package io.clientele.platform.events;

import io.clientele.platform.background.DatabaseRefused;
import io.clientele.platform.caller.Work;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Measures what waits for Kafka: {@code clientele.outbox.backlog} events, the oldest {@code clientele.outbox.age} seconds old. */
@ApplicationScoped
class OutboxBacklog {

    private static final String MEASURE = """
            SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)
            FROM outbox WHERE sent_at IS NULL""";

    private final DataSource database;
    private final MeterRegistry metrics;
    private volatile Backlog last = new Backlog(0, 0);

    record Backlog(long events, double oldestSeconds) {}

    OutboxBacklog(DataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("clientele.outbox.backlog", () -> last.events)
                .description("Committed events that Kafka does not have yet")
                .register(metrics);
        Gauge.builder("clientele.outbox.age", () -> last.oldestSeconds)
                .description("Age of the oldest event that Kafka does not have yet")
                .baseUnit("seconds")
                .register(metrics);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        last = Work.of("outbox-backlog")
                .call(() -> QuarkusTransaction.requiringNew().call(this::read));
    }

    Backlog last() {
        return last;
    }

    private Backlog read() {
        try (Connection connection = database.getConnection();
                PreparedStatement measure = connection.prepareStatement(MEASURE);
                ResultSet row = measure.executeQuery()) {
            row.next();
            return new Backlog(row.getLong(1), row.getDouble(2));
        } catch (SQLException refused) {
            throw new DatabaseRefused("measuring the outbox", refused);
        }
    }
}
