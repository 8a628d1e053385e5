package io.clientele.platform.inbox;

import io.clientele.platform.caller.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets taken events and resolved dead letters after 30 days, longer than any topic keeps a record. */
@ApplicationScoped
class InboxRetention {

    private static final int BATCH = 5_000;

    private final InboxTable table;

    InboxRetention(InboxTable table) {
        this.table = table;
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOld() {
        Work.of("inbox-retention").run(() -> {
            int removed;
            do {
                removed = QuarkusTransaction.requiringNew().call(() -> table.removeOld(BATCH));
            } while (removed == BATCH);
        });
    }
}
