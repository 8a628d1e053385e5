package io.clientele.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contracts.Topics;
import io.clientele.platform.background.BackgroundLoop;
import io.clientele.platform.background.OneReplica;
import io.clientele.platform.events.OrderedProducer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Copies every poison record, unchanged but for headers that say why and from where, to its dead-letter topic. */
@ApplicationScoped
class DeadLetterCopies {

    private static final int BATCH = 100;

    private final DeadLetters letters;
    private final OneReplica oneReplica;
    private final OrderedProducer producer;
    private final BackgroundLoop loop;

    DeadLetterCopies(DeadLetters letters, OneReplica oneReplica, OrderedProducer producer) {
        this.letters = letters;
        this.oneReplica = oneReplica;
        this.producer = producer;
        this.loop = new BackgroundLoop("dead-letter-copies", Duration.ofSeconds(5), this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(Duration.ofSeconds(16));
        producer.close();
    }

    /** There is something to copy. */
    void wake() {
        loop.wake();
    }

    private boolean round() {
        Round done = QuarkusTransaction.requiringNew().call(this::copy);
        if (done.failure != null) {
            throw new KafkaException("dead letters wait for the broker", done.failure);
        }
        return done.copied == BATCH;
    }

    private record Round(int copied, @Nullable Exception failure) {}

    private Round copy() {
        if (!oneReplica.mayDo("dead-letter-copies")) {
            return new Round(0, null);
        }
        List<DeadLetter> owed = letters.uncopied(BATCH);
        if (owed.isEmpty()) {
            return new Round(0, null);
        }
        OrderedProducer.Delivery delivery =
                producer.send(owed.stream().map(DeadLetterCopies::copyOf).toList());
        letters.markCopied(IntStream.range(0, owed.size())
                .filter(delivery.acknowledged()::get)
                .mapToObj(place -> owed.get(place).id())
                .toList());
        return new Round(owed.size(), delivery.failure());
    }

    private static ProducerRecord<String, byte[]> copyOf(DeadLetter letter) {
        InboundRecord inbound = letter.inbound();
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(Topics.deadLetterOf(inbound.topic()), inbound.key(), inbound.payload());
        inbound.headers().forEach(header -> copy.headers().add(header.name(), header.value()));
        copy.headers().add("dead-letter-consumer", letter.consumer().getBytes(UTF_8));
        copy.headers().add("dead-letter-from", inbound.place().getBytes(UTF_8));
        copy.headers().add("dead-letter-id", Long.toString(letter.id()).getBytes(UTF_8));
        return copy;
    }
}
