package io.clientele.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.caller.Work;
import io.clientele.platform.transaction.BeforeCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Publishes domain events with the transaction that caused them: they reach the outbox when it commits, all or none, in
 * the order they were published, numbered without gaps per topic and subject.
 */
@ApplicationScoped
public class Events {

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

    private OutboxEntry entry(DomainEvent event, Instant happenedAt, Work cause) {
        Event name = event.getClass().getAnnotation(Event.class);
        if (name == null) {
            throw new IllegalArgumentException(event.getClass() + " carries no @Event");
        }
        return new OutboxEntry(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                name.topic(),
                event.subject(),
                name.type(),
                payload(event),
                event.concernedClient(),
                happenedAt,
                cause.correlationId(),
                cause.causationId());
    }

    private String payload(DomainEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("event cannot be written as JSON: " + event.getClass(), unwritable);
        }
    }
}
