package io.clientele.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes this instance's relay as soon as a transaction with events has committed, so that it need not poll fast. */
@ApplicationScoped
class OutboxSignal {

    private final TransactionSynchronizationRegistry transactions;
    private final Semaphore committed = new Semaphore(0);

    OutboxSignal(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Signals once the transaction in progress has committed. */
    void afterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the outcome matters
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    committed.release();
                }
            }
        });
    }

    /** Waits for a signal, at most {@code millis}; signals given meanwhile are taken together. */
    void await(long millis) throws InterruptedException {
        if (committed.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            committed.drainPermits();
        }
    }
}
