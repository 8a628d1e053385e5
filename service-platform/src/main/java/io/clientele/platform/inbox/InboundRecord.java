package io.clientele.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as Kafka delivered it, or as a dead letter kept it.
 *
 * @param timestamp when the broker or the producer says it was made
 */
public record InboundRecord(
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        @Nullable String key,
        List<RecordHeader> headers,
        byte @Nullable [] payload) {

    /** A header; its value is bytes to Kafka. */
    public record RecordHeader(String name, byte @Nullable [] value) {}

    static InboundRecord from(ConsumerRecord<String, byte[]> delivered) {
        List<RecordHeader> headers = new ArrayList<>();
        delivered.headers().forEach(header -> headers.add(new RecordHeader(header.key(), header.value())));
        return new InboundRecord(
                delivered.topic(),
                delivered.partition(),
                delivered.offset(),
                Instant.ofEpochMilli(delivered.timestamp()),
                delivered.key(),
                headers,
                delivered.value());
    }

    /** The last header of that name, as text. */
    public @Nullable String header(String name) {
        return headers.reversed().stream()
                .filter(header -> header.name().equals(name) && header.value() != null)
                .findFirst()
                .map(header -> new String(header.value(), UTF_8))
                .orElse(null);
    }

    /** Where it is, for logs. */
    public String place() {
        return topic + "-" + partition + "-" + offset;
    }
}
