package io.clientele.platform.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.Work;
import io.clientele.platform.problem.ProblemException;
import io.clientele.platform.traces.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Where consumers are made. A consumer takes each event once however often it is delivered, in the order of its key:
 *
 * <pre>{@code
 * ClientReplica(Inbox inbox) {
 *     consumer = inbox.consumer("client-replica", this::apply);
 * }
 *
 * @Incoming("clients") @Blocking
 * void take(ConsumerRecords<String, byte[]> poll) {
 *     consumer.takeAll(poll);
 * }
 *
 * private void apply(InboundEvent event) {
 *     switch (event.type()) { ... event.payload(ClientRegistered.class) ... }
 * }
 * }</pre>
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRIES = 3;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 5_000;

    private final InboxTable table;
    private final DeadLetters deadLetters;
    private final DeadLetterCopies copies;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Map<String, InboundConsumer> consumers = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Inbox(
            InboxTable table,
            DeadLetters deadLetters,
            DeadLetterCopies copies,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.table = table;
        this.deadLetters = deadLetters;
        this.copies = copies;
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * Makes a consumer. Make it when its bean is made, so that its dead letters can be replayed.
     *
     * @param name at most 100 characters, stable: what it took is remembered under this name; the actor of its effects
     * @param effect what an event does, in one transaction with the memory of it; anything it throws except a passing
     *     failure of the database makes the record a dead letter
     */
    public InboundConsumer consumer(String name, InboundConsumer.Effect effect) {
        InboundConsumer made = new InboundConsumer(name, effect, this);
        if (consumers.putIfAbsent(name, made) != null) {
            throw new IllegalStateException("there is a consumer " + name + " already");
        }
        return made;
    }

    Optional<InboundConsumer> find(String name) {
        return Optional.ofNullable(consumers.get(name));
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.countDown();
    }

    /** Takes a record or keeps it aside; returns only when one of both is committed. */
    void take(InboundConsumer consumer, InboundRecord inbound) {
        int passing = 0;
        for (int tries = 1; ; ) {
            try {
                count(consumer, tryToTake(consumer, inbound));
                return;
            } catch (RuntimeException failure) {
                if (Passing.is(failure)) {
                    tries = 1;
                    passing++;
                    report(consumer, inbound, failure, passing);
                    pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(passing, 10)), failure);
                } else if (tries++ < TRIES && !comesAgain(failure)) {
                    pause(FIRST_PAUSE, failure);
                } else if (parked(consumer, inbound, failure)) {
                    return;
                }
            }
        }
    }

    /** Takes records together, or else each by itself, which tells what is amiss. */
    void takeAll(InboundConsumer consumer, List<InboundRecord> inbound) {
        List<Outcome> outcomes;
        try {
            outcomes = Work.of(consumer.name())
                    .call(() -> QuarkusTransaction.requiringNew()
                            .call(() -> inbound.stream()
                                    .map(record ->
                                            causedBy(consumer, record, event -> applyOrPark(consumer, record, event)))
                                    .toList()));
        } catch (RuntimeException amiss) {
            inbound.forEach(record -> take(consumer, record));
            return;
        }
        outcomes.forEach(outcome -> count(consumer, outcome));
    }

    private Outcome tryToTake(InboundConsumer consumer, InboundRecord inbound) {
        return inTransaction(consumer, inbound, event -> applyOrPark(consumer, inbound, event));
    }

    private Outcome applyOrPark(InboundConsumer consumer, InboundRecord inbound, InboundEvent event) {
        if (deadLetters.isBlocked(consumer.name(), inbound)) {
            deadLetters.lock(consumer.name(), inbound);
            // asked again: a replay may just have ended
            if (deadLetters.isBlocked(consumer.name(), inbound)) {
                deadLetters.park(consumer.name(), inbound, "waits behind an earlier record of its key", false);
                return Outcome.PARKED;
            }
        }
        return apply(consumer, event);
    }

    /** Runs {@code step} in one transaction, on behalf of the consumer and caused by the event. */
    <T> T inTransaction(InboundConsumer consumer, InboundRecord inbound, Function<InboundEvent, T> step) {
        return causedBy(
                consumer, inbound, event -> QuarkusTransaction.requiringNew().call(() -> step.apply(event)));
    }

    private <T> T causedBy(InboundConsumer consumer, InboundRecord inbound, Function<InboundEvent, T> step) {
        InboundEvent event = InboundEvent.read(inbound, json);
        return new Work(Caller.system(consumer.name()), event.correlationId(), event.id())
                .call(() -> Trace.continued(consumer.name(), inbound.header(Trace.HEADER), () -> step.apply(event)));
    }

    /** Applies an event unless it was applied before; in the caller's transaction. */
    Outcome apply(InboundConsumer consumer, InboundEvent event) {
        if (!table.enter(consumer.name(), event.key())) {
            return Outcome.DUPLICATE;
        }
        consumer.effect().apply(event);
        return Outcome.APPLIED;
    }

    private boolean parked(InboundConsumer consumer, InboundRecord inbound, RuntimeException failure) {
        try {
            Work.of(consumer.name())
                    .run(() -> QuarkusTransaction.requiringNew().run(() -> {
                        deadLetters.lock(consumer.name(), inbound);
                        deadLetters.park(consumer.name(), inbound, reason(failure), true);
                    }));
        } catch (RuntimeException notParked) {
            // the record is tried again from the start: what it waits for may be what failed it
            pause(LONGEST_PAUSE, notParked);
            return false;
        }
        copies.wake();
        count(consumer, Outcome.POISON);
        LOG.errorf(
                "consumer=%s record=%s failure=%s became a dead letter",
                consumer.name(), inbound.place(), failure.getClass().getSimpleName());
        return true;
    }

    /** The failure and what caused it, for whoever decides about the dead letter. */
    static String reason(Throwable failure) {
        StringBuilder reason = new StringBuilder();
        for (Throwable cause = failure; cause != null && reason.length() < 1_000; cause = cause.getCause()) {
            reason.append(reason.isEmpty() ? "" : "; caused by ")
                    .append(cause.getClass().getSimpleName())
                    .append(": ")
                    .append(cause.getMessage());
        }
        return reason.toString();
    }

    private static void report(InboundConsumer consumer, InboundRecord inbound, RuntimeException failure, int passing) {
        if (passing == 1 || passing % 100 == 0) {
            LOG.warnf(
                    "consumer=%s record=%s failure=%s attempts=%d waiting for it to pass",
                    consumer.name(), inbound.place(), failure.getClass().getSimpleName(), passing);
        }
    }

    /** Whether another try would end the same: what cannot be read, and what a rule refuses. */
    private static boolean comesAgain(RuntimeException failure) {
        return failure instanceof UnreadableEvent
                || failure instanceof ProblemException refusal && refusal.status() < 500;
    }

    /** Waits, unless the service stops: then the record stays uncommitted and comes again. */
    private void pause(long millis, RuntimeException failure) {
        try {
            if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
                throw failure;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private void count(InboundConsumer consumer, Outcome outcome) {
        metrics.counter("clientele.inbox.records", "consumer", consumer.name(), "outcome", outcome.tag())
                .increment();
    }

    /** What became of a record. */
    enum Outcome {
        APPLIED,
        DUPLICATE,
        PARKED,
        POISON;

        private String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
