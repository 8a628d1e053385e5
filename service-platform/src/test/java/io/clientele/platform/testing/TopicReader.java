package io.clientele.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic from its beginning with a plain Kafka client, on the thread that asks. */
public final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    public TopicReader(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic, Duration.ofSeconds(20)).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until {@code count} records fit, at most {@code patience}; gives those that came, in order per partition. */
    public List<ConsumerRecord<String, byte[]>> await(
            int count, Duration patience, Predicate<ConsumerRecord<String, byte[]>> fits) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (found(fits).size() < count && System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return found(fits);
    }

    /** Waits until {@code count} records fit, at most 20 seconds. */
    public List<ConsumerRecord<String, byte[]>> await(int count, Predicate<ConsumerRecord<String, byte[]>> fits) {
        return await(count, Duration.ofSeconds(20), fits);
    }

    /** A header's last value, as text. */
    public static @Nullable String header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> found(Predicate<ConsumerRecord<String, byte[]>> fits) {
        return records.stream().filter(fits).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
