package io.clientele.platform.events;

import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records to Kafka so that no record of a partition ever overtakes an earlier one, not even when sending fails.
 *
 * <p>The producer itself never gives up on a record: after dropping one it would go on with the next, out of order.
 * Instead the caller's patience is bounded here, and a producer with an unacknowledged record is thrown away whole. What
 * it had on the wire the broker takes only without gaps, since it is idempotent.
 */
@Dependent
@Unremovable
public class OrderedProducer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration METADATA_PATIENCE = Duration.ofSeconds(2);
    private static final Future<RecordMetadata> NOT_TRIED =
            CompletableFuture.failedFuture(new TimeoutException("not tried: an earlier record failed"));

    private final Map<String, Object> configuration;
    private @Nullable Producer<String, byte[]> producer;

    /**
     * Which records of a delivery the broker has.
     *
     * @param acknowledged by place in the list sent
     * @param failure why not all of them are, null when they are
     */
    public record Delivery(BitSet acknowledged, @Nullable Exception failure) {}

    OrderedProducer(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        configuration = new HashMap<>(kafka);
        configuration.put(
                ProducerConfig.CLIENT_ID_CONFIG,
                kafka.getOrDefault(ProducerConfig.CLIENT_ID_CONFIG, "clientele") + "-ordered");
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_PATIENCE.toMillis());
        configuration.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        configuration.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    }

    /**
     * Sends records in order and waits until the broker has them, for some ten seconds at most. A topic that does not exist
     * holds up its own records only.
     */
    public Delivery send(List<ProducerRecord<String, byte[]>> records) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        Set<String> refusedTopics = new HashSet<>();
        for (ProducerRecord<String, byte[]> next : records) {
            if (refusedTopics.contains(next.topic()) || System.nanoTime() > deadline) {
                sent.add(NOT_TRIED);
                continue;
            }
            Future<RecordMetadata> future = producer().send(next);
            if (future.state() == Future.State.FAILED) {
                refusedTopics.add(next.topic());
            }
            sent.add(future);
        }
        BitSet acknowledged = new BitSet(records.size());
        Exception failure = await(sent, acknowledged, deadline);
        if (failure != null) {
            close();
        }
        return new Delivery(acknowledged, failure);
    }

    private static @Nullable Exception await(List<Future<RecordMetadata>> sent, BitSet acknowledged, long deadline) {
        Exception failure = null;
        for (int place = 0; place < sent.size(); place++) {
            try {
                sent.get(place).get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                acknowledged.set(place);
            } catch (ExecutionException | TimeoutException unsent) {
                failure = failure == null ? unsent : failure;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return interrupted;
            }
        }
        return failure;
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(configuration);
            producer = current;
        }
        return current;
    }

    /** Drops the connection with all that was not acknowledged; the next {@link #send} makes a new one. */
    @Override
    public void close() {
        Producer<String, byte[]> current = producer;
        if (current != null) {
            producer = null;
            current.close(Duration.ZERO);
        }
    }
}
