package io.clientele.analytics.segments.membership;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells listeners of this replica that a transaction which left work behind has committed. */
final class CommitSignal {

    private final TransactionSynchronizationRegistry transactions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    CommitSignal(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    void add(Runnable listener) {
        listeners.add(listener);
    }

    /** The transaction in progress leaves work behind. */
    void afterThisTransaction() {
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
