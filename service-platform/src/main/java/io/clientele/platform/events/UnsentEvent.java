package io.clientele.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contracts.DataSchemas;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A committed event that Kafka does not have yet, as far as the database knows. */
record UnsentEvent(
        UUID id,
        String topic,
        String subject,
        String type,
        @Nullable String payload,
        long sequence,
        Instant businessTime,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    /** Whose order is kept. */
    record Aggregate(String topic, String subject) {}

    Aggregate aggregate() {
        return new Aggregate(topic, subject);
    }

    /** The record as it goes to Kafka; its own time is the broker's, business time travels in a header. */
    ProducerRecord<String, byte[]> toRecord(String source) {
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(topic, subject, payload == null ? null : payload.getBytes(UTF_8));
        header(event, EventHeaders.ID, id.toString());
        header(event, EventHeaders.SOURCE, source);
        header(event, EventHeaders.SPEC_VERSION, "1.0");
        header(event, EventHeaders.TYPE, type);
        header(event, EventHeaders.SUBJECT, subject);
        header(event, EventHeaders.TIME, businessTime.toString());
        header(event, EventHeaders.SEQUENCE, EventHeaders.sequence(sequence));
        header(event, EventHeaders.CORRELATION_ID, correlationId);
        if (causationId != null) {
            header(event, EventHeaders.CAUSATION_ID, causationId);
        }
        if (traceparent != null) {
            header(event, EventHeaders.TRACEPARENT, traceparent);
        }
        if (payload != null) {
            header(event, EventHeaders.DATA_SCHEMA, DataSchemas.ofType(type).toString());
            header(event, EventHeaders.CONTENT_TYPE, "application/json");
        }
        return event;
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(UTF_8));
    }
}
