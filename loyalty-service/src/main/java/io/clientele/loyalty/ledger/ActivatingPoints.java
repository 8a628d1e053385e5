package io.clientele.loyalty.ledger;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * The activation run: makes pending points spendable whose day has come, by the business clock. Every slice of accounts is
 * one transaction that leaves out accounts others work on: a kill loses nothing, and several replicas share the work.
 */
@ApplicationScoped
class ActivatingPoints {

    private static final int ACCOUNTS = 500;
    private static final Duration IDLE = Duration.ofMillis(1000);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private final Corrections corrections;
    private final BackgroundLoop loop;

    ActivatingPoints(Corrections corrections) {
        this.corrections = corrections;
        this.loop = new BackgroundLoop("loyalty-activation", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private boolean round() {
        return QuarkusTransaction.requiringNew().call(() -> corrections.activateDue(ACCOUNTS)) > 0;
    }
}
