package io.clientele.platform.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects items during a transaction and hands them over together just before it commits, after pending entity changes
 * were flushed. What a flush itself adds is handed over too. A failing hand-over rolls the transaction back.
 *
 * @param <T> what is collected
 */
public final class BeforeCommit<T> {

    private final TransactionSynchronizationRegistry transactions;
    private final EntityManager entities;
    private final Object key;
    private final Consumer<List<T>> handOver;

    private BeforeCommit(
            TransactionSynchronizationRegistry transactions,
            EntityManager entities,
            Object key,
            Consumer<List<T>> handOver) {
        this.transactions = transactions;
        this.entities = entities;
        this.key = key;
        this.handOver = handOver;
    }

    /** Adds to the transaction in progress; there must be one. */
    public void add(T item) {
        collected().add(item);
    }

    /** Makes sure that what the last flush of the transaction in progress adds is handed over too. */
    public void prepare() {
        collected();
    }

    @SuppressWarnings("unchecked")
    private List<T> collected() {
        Object known = transactions.getResource(key);
        if (known != null) {
            return (List<T>) known;
        }
        // the entity manager joins now: once the transaction completes it no longer may, and could not be flushed
        entities.isJoinedToTransaction();
        List<T> items = new ArrayList<>();
        transactions.putResource(key, items);
        transactions.registerInterposedSynchronization(new HandOver(items));
        return items;
    }

    private final class HandOver implements Synchronization {

        private final List<T> items;

        private HandOver(List<T> items) {
            this.items = items;
        }

        @Override
        public void beforeCompletion() {
            entities.flush();
            if (!items.isEmpty()) {
                handOver.accept(List.copyOf(items));
                items.clear();
            }
        }

        @Override
        public void afterCompletion(int status) {
            items.clear();
        }
    }

    /** Makes collectors. */
    @ApplicationScoped
    public static class Factory {

        private final TransactionSynchronizationRegistry transactions;
        private final EntityManager entities;

        Factory(TransactionSynchronizationRegistry transactions, EntityManager entities) {
            this.transactions = transactions;
            this.entities = entities;
        }

        /** A collector of its own under {@code key}. */
        public <T> BeforeCommit<T> collect(Object key, Consumer<List<T>> handOver) {
            return new BeforeCommit<>(transactions, entities, key, handOver);
        }
    }
}
