package io.clientele.loyalty.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts points moved, by kind of movement: {@code clientele.loyalty.points}. Only what was committed counts. */
@Startup
@ApplicationScoped
class PointsMoved {

    /** Kinds of movement. */
    enum Kind {
        EARNED,
        ACTIVATED,
        RESERVED,
        REDEEMED,
        RELEASED,
        EXPIRED,
        REVERSED,
        REFUNDED,
        ADJUSTED,
        TRANSFERRED,
        REINSTATED,
        FORFEITED
    }

    private final Map<Kind, Counter> counters = new EnumMap<>(Kind.class);
    private final TransactionSynchronizationRegistry transactions;

    PointsMoved(MeterRegistry metrics, TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
        for (Kind kind : Kind.values()) {
            counters.put(
                    kind,
                    Counter.builder("clientele.loyalty.points")
                            .description("Points moved in the ledger, by kind of movement.")
                            .tag("kind", kind.name().toLowerCase(java.util.Locale.ROOT))
                            .register(metrics));
        }
    }

    /** Points moved by the transaction in progress. */
    void count(Kind kind, long points) {
        Counter counter = java.util.Objects.requireNonNull(counters.get(kind));
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before it is known how the transaction ends
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    counter.increment(points);
                }
            }
        });
    }
}
