package io.clientele.loyalty.ledger;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * The expiry run: ends points whose last business day is over, by the business clock. Every slice of accounts is one
 * transaction that leaves out accounts others work on: a kill loses nothing, and several replicas share the work.
 */
@ApplicationScoped
class ExpiringPoints {

    private static final int ACCOUNTS = 500;
    private static final Duration IDLE = Duration.ofMillis(1000);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final BackgroundLoop loop;

    ExpiringPoints(Ledger ledger) {
        this.ledger = ledger;
        this.loop = new BackgroundLoop("loyalty-expiry", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private boolean round() {
        return QuarkusTransaction.requiringNew().call(() -> ledger.expireDue(ACCOUNTS)) > 0;
    }
}
