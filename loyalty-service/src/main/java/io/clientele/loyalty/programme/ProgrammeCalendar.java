package io.clientele.loyalty.programme;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Announces versions whose time has come and closes programmes whose last day is over, by the business clock; of several
 * replicas that try, the programme's version lets one win.
 */
@ApplicationScoped
class ProgrammeCalendar {

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private final GoverningProgrammes governing;
    private final BackgroundLoop loop;

    ProgrammeCalendar(GoverningProgrammes governing) {
        this.governing = governing;
        this.loop = new BackgroundLoop("loyalty-programme-calendar", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private boolean round() {
        QuarkusTransaction.requiringNew().run(() -> {
            governing.announceEffectiveVersions();
            governing.closeThoseOver();
        });
        return false;
    }
}
