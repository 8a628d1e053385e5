package io.clientele.analytics.segments.membership;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Runs the membership work of this replica. What happens here is judged as soon as it has committed, what happens at other
 * replicas after 100 milliseconds at most, should they be too busy; an instant is acted on within 100 milliseconds.
 */
@ApplicationScoped
class MembershipWork {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CALCULATION_POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(15);
    private static final int TRANSACTION_SECONDS = 120;

    private final MembershipKeeper keeper;
    private final List<BackgroundLoop> loops;

    MembershipWork(MembershipKeeper keeper, Marks marks, Calculations tasks) {
        this.keeper = keeper;
        BackgroundLoop moves = new BackgroundLoop("segment-moves", POLL, () -> inTransaction(keeper::judgeMarked));
        BackgroundLoop times = new BackgroundLoop("segment-times", POLL, () -> inTransaction(keeper::judgeDue));
        BackgroundLoop calculations = new BackgroundLoop("segment-calculations", CALCULATION_POLL, this::calculate);
        this.loops = List.of(moves, times, calculations);
        marks.onNoted(moves::wake);
        tasks.onBegun(calculations::wake);
    }

    void start(@Observes StartupEvent started) {
        loops.forEach(BackgroundLoop::start);
    }

    void stop(@Observes ShutdownEvent stopping) {
        loops.forEach(loop -> loop.stop(PATIENCE_AT_SHUTDOWN));
    }

    private static boolean inTransaction(BooleanSupplier portion) {
        return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(portion::getAsBoolean);
    }

    private boolean calculate() {
        // the task is noted outside the transaction, so that its failure can be told after the rollback
        Calculations.Task[] inHand = new Calculations.Task[1];
        try {
            return inTransaction(() -> {
                Optional<Calculations.Task> task = keeper.claim();
                task.ifPresent(claimed -> {
                    inHand[0] = claimed;
                    keeper.calculate(claimed);
                });
                return task.isPresent();
            });
        } catch (RuntimeException failure) {
            if (inHand[0] != null) {
                keeper.failed(inHand[0], failure);
            }
            throw failure;
        }
    }
}
