package io.clientele.analytics.models;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/** Works runs of models off in the background. */
@ApplicationScoped
class ModelWork {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(15);
    private static final int TRANSACTION_SECONDS = 3_600;

    private final RunningModels running;
    private final BackgroundLoop loop;

    ModelWork(RunningModels running) {
        this.running = running;
        this.loop = new BackgroundLoop("model-runs", POLL, this::work);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private boolean work() {
        // the run is noted outside the transaction, so that its failure can be told after the rollback
        ModelRun[] inHand = new ModelRun[1];
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_SECONDS)
                    .call(() -> {
                        Optional<ModelRun> run = running.claim();
                        run.ifPresent(claimed -> {
                            inHand[0] = claimed;
                            running.work(claimed);
                        });
                        return run.isPresent();
                    });
        } catch (RuntimeException failure) {
            if (inHand[0] != null) {
                running.failed(inHand[0], failure);
            }
            throw failure;
        }
    }
}
