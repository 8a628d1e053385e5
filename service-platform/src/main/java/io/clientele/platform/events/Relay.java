package io.clientele.platform.events;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Brings committed events to Kafka: at least once, and of each aggregate in the order they happened. An event is marked
 * only after the broker acknowledged it and all before it of its aggregate; a failure in between sends it again under the
 * same id. Without a broker events wait in the database, and nothing else does.
 */
@ApplicationScoped
class Relay {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(16);
    private static final int TRANSACTION_SECONDS = 60;

    private final OutboxQueue queue;
    private final OrderedProducer producer;
    private final RelaySettings settings;
    private final String source;
    private final BackgroundLoop loop;

    Relay(
            OutboxQueue queue,
            OrderedProducer producer,
            OutboxSignal signal,
            RelaySettings settings,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.queue = queue;
        this.producer = producer;
        this.settings = settings;
        this.source = "/" + service;
        this.loop = new BackgroundLoop("relay", POLL, this::round);
        signal.onCommit(loop::wake);
    }

    void start(@Observes StartupEvent started) {
        if (settings.enabled()) {
            start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        stop();
    }

    void start() {
        loop.start();
    }

    /** Finishes the round in progress. */
    void stop() {
        loop.stop(PATIENCE_AT_SHUTDOWN);
        producer.close();
    }

    private boolean round() {
        Round done =
                QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(this::sendClaimed);
        if (done.failure != null) {
            throw new KafkaException("events wait for the broker", done.failure);
        }
        return done.claimed > 0;
    }

    private record Round(int claimed, @Nullable Exception failure) {}

    private Round sendClaimed() {
        List<UnsentEvent> claimed = queue.claim();
        if (claimed.isEmpty()) {
            return new Round(0, null);
        }
        OrderedProducer.Delivery delivery = producer.send(
                claimed.stream().map(event -> event.toRecord(source)).toList());
        List<UUID> sent = withoutGaps(claimed, delivery.acknowledged());
        if (!sent.isEmpty()) {
            queue.markSent(sent);
        }
        return new Round(claimed.size(), delivery.failure());
    }

    /** What was acknowledged with everything before it of the same aggregate. */
    private static List<UUID> withoutGaps(List<UnsentEvent> claimed, BitSet acknowledged) {
        Set<UnsentEvent.Aggregate> broken = new HashSet<>();
        List<UUID> sent = new ArrayList<>(claimed.size());
        for (int place = 0; place < claimed.size(); place++) {
            UnsentEvent event = claimed.get(place);
            if (!acknowledged.get(place)) {
                broken.add(event.aggregate());
            } else if (!broken.contains(event.aggregate())) {
                sent.add(event.id());
            }
        }
        return sent;
    }
}
