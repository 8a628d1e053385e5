package io.clientele.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes this instance's relay and feed as soon as a transaction with events has committed, so that they need not poll fast. */
@ApplicationScoped
class OutboxSignal {

    private final TransactionSynchronizationRegistry transactions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    OutboxSignal(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Runs {@code listener}, which must be quick, after each commit with events. */
    void onCommit(Runnable listener) {
        listeners.add(listener);
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
                    listeners.forEach(Runnable::run);
                }
            }
        });
    }
}
