package io.clientele.analytics.segments;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Puts approved versions in force within 200 milliseconds of their effective date. */
@ApplicationScoped
class EffectiveDates {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(15);

    private final BackgroundLoop loop;

    EffectiveDates(PuttingSegmentsInForce inForce) {
        this.loop = new BackgroundLoop("segment-effective-dates", POLL, inForce::putDue);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }
}
