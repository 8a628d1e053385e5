package io.clientele.platform.webhooks;

import io.clientele.platform.background.BackgroundLoop;
import io.clientele.platform.background.OneReplica;
import io.clientele.platform.caller.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Looks through the feed for every subscription and queues what it wants, one replica at a time. */
@ApplicationScoped
class WebhookQueue {

    private final Deliveries deliveries;
    private final OneReplica oneReplica;
    private final BackgroundLoop loop;

    WebhookQueue(Deliveries deliveries, OneReplica oneReplica) {
        this.deliveries = deliveries;
        this.oneReplica = oneReplica;
        this.loop = new BackgroundLoop("webhook-queue", Duration.ofMillis(500), this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(Duration.ofSeconds(5));
    }

    @Scheduled(every = "1h", delayed = "9m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOld() {
        Work.of("webhook-retention").run(() -> QuarkusTransaction.requiringNew().run(deliveries::removeOld));
    }

    private boolean round() {
        return QuarkusTransaction.requiringNew()
                .call(() -> oneReplica.mayDo("webhook-queue") && deliveries.queueNew() > 0);
    }
}
