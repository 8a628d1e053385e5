package io.clientele.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.caller.Work;
import io.clientele.platform.traces.Trace;
import io.clientele.platform.transaction.BeforeCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Publishes domain events with the transaction that caused them: they reach the outbox when it commits, all or none, in
 * the order they were published, numbered without gaps per topic and subject.
 */
@ApplicationScoped
public class Events {

    /** Characters; at most three bytes each stay below the megabyte a broker takes by default. */
    private static final int LARGEST_PAYLOAD = 300_000;

    private final BeforeCommit<OutboxEntry> pending;
    private final ObjectMapper json;
    private final CurrentWork work;
    private final Clock clock;

    Events(Outbox outbox, BeforeCommit.Factory transactions, ObjectMapper json, CurrentWork work, Clock clock) {
        this.pending = transactions.collect(Events.class, outbox::append);
        this.json = json;
        this.work = work;
        this.clock = clock;
    }

    /** Publishes one event, as having happened now by the business clock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(DomainEvent event) {
        publish(event, clock.instant());
    }

    /** Publishes events of one transaction, as having happened now by the business clock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(Collection<? extends DomainEvent> events) {
        Instant now = clock.instant();
        events.forEach(event -> publish(event, now));
    }

    /** Publishes one event that became true at {@code happenedAt}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(DomainEvent event, Instant happenedAt) {
        pending.add(entry(event, happenedAt, work.get()));
    }

    /**
     * Publishes that a state kept by compaction is gone: a record of {@code state}'s topic with the key {@code subject} and
     * no value, in order after the states published before.
     *
     * @param concernedClient see {@link DomainEvent#concernedClient()}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishTombstone(Class<? extends DomainEvent> state, String subject, @Nullable String concernedClient) {
        pending.add(entry(nameOf(state), subject, null, concernedClient, clock.instant(), work.get()));
    }

    private OutboxEntry entry(DomainEvent event, Instant happenedAt, Work cause) {
        return entry(
                nameOf(event.getClass()), event.subject(), payload(event), event.concernedClient(), happenedAt, cause);
    }

    private static OutboxEntry entry(
            Event name,
            String subject,
            @Nullable String payload,
            @Nullable String concernedClient,
            Instant happenedAt,
            Work cause) {
        return new OutboxEntry(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                name.topic(),
                subject,
                name.type(),
                payload,
                concernedClient,
                happenedAt,
                cause.correlationId(),
                cause.causationId(),
                Trace.parent());
    }

    private static Event nameOf(Class<? extends DomainEvent> event) {
        Event name = event.getAnnotation(Event.class);
        if (name == null) {
            throw new IllegalArgumentException(event + " carries no @Event");
        }
        return name;
    }

    private String payload(DomainEvent event) {
        try {
            String payload = json.writeValueAsString(event);
            if (payload.length() > LARGEST_PAYLOAD) {
                throw new IllegalArgumentException("event is too large for Kafka: " + event.getClass());
            }
            return payload;
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("event cannot be written as JSON: " + event.getClass(), unwritable);
        }
    }
}
