package io.clientele.analytics.segments;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Has rankings cut when they are due, within a second of it. */
@ApplicationScoped
class CutPointSchedule {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(15);
    private static final int TRANSACTION_SECONDS = 3_600;

    private final BackgroundLoop loop;

    CutPointSchedule(CuttingRankings cutting) {
        this.loop = new BackgroundLoop(
                "segment-cut-points",
                POLL,
                () -> QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .call(cutting::cutDue));
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }
}
