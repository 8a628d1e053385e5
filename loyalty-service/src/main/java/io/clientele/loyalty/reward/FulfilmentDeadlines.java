package io.clientele.loyalty.reward;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Takes back what was not delivered in time, by the business clock, one redemption per transaction. */
@ApplicationScoped
class FulfilmentDeadlines {

    private static final int SLICE = 50;
    private static final Duration IDLE = Duration.ofMillis(1000);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private final Fulfilling fulfilling;
    private final BackgroundLoop loop;

    FulfilmentDeadlines(Fulfilling fulfilling) {
        this.fulfilling = fulfilling;
        this.loop = new BackgroundLoop("loyalty-fulfilment-deadlines", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private boolean round() {
        List<Fulfilling.Overdue> late = QuarkusTransaction.requiringNew().call(() -> fulfilling.overdue(SLICE));
        late.forEach(each -> QuarkusTransaction.requiringNew().run(() -> fulfilling.timeOut(each)));
        return late.size() == SLICE;
    }
}
