package io.clientele.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A CRM system with nothing but a plain Kafka client: reads what Clientele publishes, from the beginning. */
final class Subscriber implements AutoCloseable {

    static final List<String> PUBLISHED =
            List.of(Topics.CLIENTS, Topics.SEGMENTS, Topics.ACCOUNT_PLANS, Topics.LOYALTY);

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

    Subscriber(String bootstrapServers) {
        this(bootstrapServers, PUBLISHED);
    }

    Subscriber(String bootstrapServers, List<String> topics) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Everything published up to now, in the order of delivery within each partition. */
    List<ConsumerRecord<String, String>> readToTheEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    /** Waits for the first record that fits. */
    ConsumerRecord<String, String> await(String what, Predicate<ConsumerRecord<String, String>> fits) {
        return Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .until(() -> readToTheEnd().stream().filter(fits).findFirst().orElse(null), Objects::nonNull);
    }

    /** Waits until so many records fit. */
    List<ConsumerRecord<String, String>> awaitCount(
            String what, int count, Predicate<ConsumerRecord<String, String>> fits) {
        return Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .until(() -> readToTheEnd().stream().filter(fits).toList(), found -> found.size() >= count);
    }

    static Predicate<ConsumerRecord<String, String>> of(String type, String subject) {
        return record -> type.equals(header(record, "ce_type")) && subject.equals(record.key());
    }

    static @Nullable String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    /**
     * What is wrong with the sequences: each aggregate's first occurrence of every number must come in order, from 1,
     * without a gap. A repeated delivery carries the id it had before.
     */
    List<String> sequenceFaults() {
        Map<String, Long> last = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (ConsumerRecord<String, String> record : records) {
            String aggregate = record.topic() + " " + record.key();
            long sequence = Long.parseLong(Objects.requireNonNull(header(record, "ce_sequence")));
            String id = Objects.requireNonNull(header(record, "ce_id"));
            long expected = last.getOrDefault(aggregate, 0L) + 1;
            if (sequence < expected) {
                if (!id.equals(ids.get(aggregate + sequence))) {
                    faults.add(aggregate + " has two events numbered " + sequence);
                }
                continue;
            }
            if (sequence > expected) {
                faults.add(aggregate + " jumps from " + (expected - 1) + " to " + sequence);
            }
            last.put(aggregate, sequence);
            ids.put(aggregate + sequence, id);
        }
        return faults;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
