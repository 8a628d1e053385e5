package io.clientele.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * Collects all records of some topics with nothing but a plain Kafka client, as a CRM would. It belongs to no consumer
 * group and disturbs nobody.
 */
public final class TestConsumer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaConsumer<String, String> consumer;
    private final List<Received> records = new CopyOnWriteArrayList<>();
    private final Thread polling;
    private volatile boolean open = true;

    private TestConsumer(String bootstrapServers, boolean fromBeginning, String... topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = Arrays.stream(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // seeking is lazy: settle it before the caller causes the records it waits for
        partitions.forEach(consumer::position);
        polling = Thread.ofPlatform().daemon().name("test-consumer").start(this::poll);
    }

    /** Collects what is published from now on. */
    public static TestConsumer fromNow(String... topics) {
        return new TestConsumer(TestEnvironment.bootstrapServers(), false, topics);
    }

    /** Collects everything the topics still hold. */
    public static TestConsumer fromBeginning(String... topics) {
        return new TestConsumer(TestEnvironment.bootstrapServers(), true, topics);
    }

    /** Collects everything the topics of another broker still hold. */
    public static TestConsumer of(String bootstrapServers, String... topics) {
        return new TestConsumer(bootstrapServers, true, topics);
    }

    /** What came so far; in order within each partition. */
    public List<Received> records() {
        return List.copyOf(records);
    }

    /** Waits up to 20 seconds for a record that fits, and gives the first. */
    public Received await(Predicate<Received> fits) {
        return awaitAtLeast(1, fits).getFirst();
    }

    /** Waits up to 20 seconds for a record of that CloudEvents type and subject. */
    public Received await(String type, String subject) {
        return await(
                received -> received.type().equals(type) && received.subject().equals(subject));
    }

    /** Waits up to 20 seconds until {@code count} records fit, and gives all that do. */
    public List<Received> awaitAtLeast(int count, Predicate<Received> fits) {
        return Awaitility.await("at least " + count + " fitting records")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> records.stream().filter(fits).toList(), found -> found.size() >= count);
    }

    @Override
    public void close() {
        open = false;
        try {
            polling.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        try (consumer) {
            while (open) {
                consumer.poll(Duration.ofMillis(50)).forEach(found -> records.add(Received.from(found)));
            }
        }
    }
}
