package io.clientele.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.platform.events.EventHeaders;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that arrived: the CloudEvents attributes and the payload. A record of the bank's systems may come without
 * CloudEvents headers: its id is then where it is ({@code topic-partition-offset}), its subject the record key, its time
 * the record's own.
 */
public final class InboundEvent {

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_CORRELATION = 128;

    private final InboundRecord delivered;
    private final ObjectMapper json;
    private final String id;
    private final @Nullable String sequence;
    private final Instant time;

    private InboundEvent(InboundRecord delivered, ObjectMapper json) {
        this.delivered = delivered;
        this.json = json;
        String givenId = delivered.header(EventHeaders.ID);
        this.id = givenId == null ? delivered.place() : givenId;
        this.sequence = delivered.header(EventHeaders.SEQUENCE);
        if (sequence != null && !sequence.matches("[0-9]{1,20}")) {
            throw new UnreadableEvent("ce_sequence is no number", null);
        }
        this.time = time(delivered.header(EventHeaders.TIME), delivered.timestamp());
    }

    /**
     * @throws UnreadableEvent when an attribute is malformed
     */
    static InboundEvent read(InboundRecord delivered, ObjectMapper json) {
        return new InboundEvent(delivered, json);
    }

    /** The event's id: the same for every delivery of it. */
    public String id() {
        return id;
    }

    /** The CloudEvents type; empty when the record came without. */
    public String type() {
        return Objects.requireNonNullElse(delivered.header(EventHeaders.TYPE), "");
    }

    /** Whether this is an event of that class. */
    public boolean is(Class<? extends DomainEvent> event) {
        Event name = event.getAnnotation(Event.class);
        return name != null && name.type().equals(type());
    }

    /** The aggregate concerned; empty when the record has neither subject nor key. */
    public String subject() {
        String given = delivered.header(EventHeaders.SUBJECT);
        return given != null ? given : Objects.requireNonNullElse(delivered.key(), "");
    }

    /** The place among the events of this topic and subject, from 1; 0 when the record came without. */
    public long sequence() {
        return sequence == null ? 0 : Long.parseLong(sequence);
    }

    /** When it happened, business time. */
    public Instant time() {
        return time;
    }

    /** Ties together everything one cause led to. */
    public String correlationId() {
        String given = delivered.header(EventHeaders.CORRELATION_ID);
        return given == null || given.length() > LONGEST_CORRELATION ? digest(key()) : given;
    }

    /** Whether the record has no value: a state that is gone. */
    public boolean isTombstone() {
        return delivered.payload() == null;
    }

    /**
     * The payload. Fields this version does not know are ignored: events grow.
     *
     * @throws UnreadableEvent when there is none, or it is no such event; the record becomes a dead letter
     */
    public <T> T payload(Class<T> type) {
        byte[] payload = delivered.payload();
        if (payload == null) {
            throw new UnreadableEvent("a tombstone has no payload", null);
        }
        try {
            T value = json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(payload);
            if (value == null) {
                throw new UnreadableEvent("the payload is null", null);
            }
            return value;
        } catch (IOException unreadable) {
            throw new UnreadableEvent("the payload is no " + type.getSimpleName(), unreadable);
        }
    }

    /** What the inbox knows the event by: ids are unique per source only (CloudEvents 1.0, 3.1.1). */
    String key() {
        String source = delivered.header(EventHeaders.SOURCE);
        String key = source == null ? id : source + " " + id;
        return key.length() <= LONGEST_KEY ? key : digest(key);
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
    }

    private static Instant time(@Nullable String given, Instant otherwise) {
        if (given == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException malformed) {
            throw new UnreadableEvent("ce_time is no RFC 3339 time", malformed);
        }
    }
}
