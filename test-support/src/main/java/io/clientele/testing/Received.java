package io.clientele.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from Kafka.
 *
 * @param value the payload, null for a tombstone
 * @param headers by name; where a name repeats, its last value
 */
public record Received(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String value,
        Map<String, String> headers) {

    static Received from(ConsumerRecord<String, String> from) {
        var headers = new HashMap<String, String>();
        from.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Received(
                from.topic(), from.partition(), from.offset(), from.key(), from.value(), Map.copyOf(headers));
    }

    /** The CloudEvents type, empty when the record is none. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** The CloudEvents subject, empty when the record is none. */
    public String subject() {
        return headers.getOrDefault("ce_subject", "");
    }

    /** The place of this event among those of its topic and subject, from 1. */
    public long sequence() {
        return Long.parseLong(headers.getOrDefault("ce_sequence", "0"));
    }
}
