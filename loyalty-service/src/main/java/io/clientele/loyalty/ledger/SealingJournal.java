package io.clientele.loyalty.ledger;

import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Chains postings after their commit, each hash covering the one before: a row changed or removed later breaks the chain.
 * One replica at a time does it; nobody who earns or spends waits for it.
 */
@ApplicationScoped
class SealingJournal {

    private static final int SLICE = 1000;
    private static final Duration IDLE = Duration.ofMillis(1000);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private final Sql sql;
    private final BackgroundLoop loop;

    SealingJournal(Sql sql) {
        this.sql = sql;
        this.loop = new BackgroundLoop("loyalty-journal", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private boolean round() {
        long sealed = QuarkusTransaction.requiringNew()
                .call(() -> sql.one("SELECT seal_journal(?) AS sealed", row -> row.number("sealed"), SLICE));
        return sealed == SLICE;
    }
}
