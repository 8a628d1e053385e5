package io.clientele.loyalty.earning;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Topics;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@LoyaltyTest
class ActivityConsumptionTest {

    @Inject
    Bank bank;

    private record Sent(String client, String source, long crowns, String category, Instant at) {}

    @Test
    void countsEachActivityOnceHoweverOftenAndInWhateverOrderItComes() {
        String programme = activeProgramme();
        String client = bank.client();
        String member = enrolled(programme, client);
        Instant joined = TestClock.now();
        List<Sent> activities = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            activities.add(new Sent(client, "s-" + i + client, 100L * i, "HOUSEHOLD", joined.plusMillis(i)));
        }
        activities.add(new Sent(client, "fee-" + client, 10_000, "FEE", joined.plusMillis(9)));
        activities.add(new Sent(client, "early-" + client, 10_000, "HOUSEHOLD", joined.minus(Duration.ofDays(1))));
        List<Sent> deliveries = new ArrayList<>();
        for (int delivery = 0; delivery < 10; delivery++) {
            deliveries.addAll(activities);
        }
        Collections.shuffle(deliveries, new Random(42));

        deliver(deliveries);

        await(() -> assertThat(balance(member, "lifetime.earned")).isEqualTo(36));
        settle(programme);
        assertThat(balance(member, "lifetime.earned")).isEqualTo(36);
        assertThat(balance(member, "available")).isEqualTo(36);
        assertThat(operator().get(member + "/lots").<List<Integer>>path("points"))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void goesOnPastActivityItCannotRead() {
        String programme = activeProgramme();
        String client = bank.client();
        String member = enrolled(programme, client);
        String other = bank.client();
        String otherMember = enrolled(programme, other);

        try (var producer = producer()) {
            send(producer, client, "{\"no\":\"activity\"}");
        }
        deliver(List.of(new Sent(other, "after-" + other, 300, "HOUSEHOLD", TestClock.now())));

        await(() -> assertThat(balance(otherMember, "available")).isEqualTo(3));
        assertThat(balance(member, "available")).isZero();
    }

    /** Waits until all that was sent before has been taken: one more activity of every partition's last writer counts. */
    private void settle(String programme) {
        for (int i = 0; i < 12; i++) {
            String client = bank.client();
            String member = enrolled(programme, client);
            deliver(List.of(new Sent(client, "last-" + client, 100, "HOUSEHOLD", TestClock.now())));
            await(() -> assertThat(balance(member, "available")).isEqualTo(1));
        }
    }

    private static void await(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }

    private static void deliver(List<Sent> activities) {
        try (var producer = producer()) {
            activities.forEach(sent -> deliver(producer, sent));
        }
    }

    private static void deliver(KafkaProducer<String, String> producer, Sent sent) {
        String payload = """
                    {"sourceId":"%s","clientId":"%s","type":"transaction","occurredAt":"%s",
                     "data":{"category":"%s","amount":"%d.00","currency":"CZK"}}""".formatted(sent.source(), sent.client(), sent.at(), sent.category(), sent.crowns());
        // a new id each time: the bank's systems may report the same activity as another event
        send(producer, sent.client(), payload);
    }

    private static KafkaProducer<String, String> producer() {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, String client, String payload) {
        String id = UUID.randomUUID().toString();
        var record = new ProducerRecord<>(Topics.CLIENT_ACTIVITY, client, payload);
        record.headers()
                .add("ce_id", id.getBytes(StandardCharsets.UTF_8))
                .add("ce_type", "io.clientele.client-activity.activity.recorded.v1".getBytes(StandardCharsets.UTF_8));
        producer.send(record);
    }
}
