package io.clientele.loyalty.ledger;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Ends the points of closed programmes and memberships, by the business clock. Every slice of holders is one transaction
 * that leaves out those others work on: a kill loses nothing, and several replicas share the work.
 */
@ApplicationScoped
class SweepingEndedPoints {

    private static final int HOLDERS = 500;
    private static final Duration IDLE = Duration.ofMillis(1000);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private final EndingPoints ending;
    private final BackgroundLoop loop;

    SweepingEndedPoints(EndingPoints ending) {
        this.ending = ending;
        this.loop = new BackgroundLoop("loyalty-ended-points", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private boolean round() {
        return QuarkusTransaction.requiringNew().call(() -> ending.endDue(HOLDERS) + ending.mergeDue(HOLDERS)) > 0;
    }
}
