package io.clientele.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedServersTest {

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void givesAServiceItsDatabaseAndTheSharedBroker() throws SQLException {
        var settings = settingsOf("loyalty");

        try (var connection = DriverManager.getConnection(
                Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url")),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"))) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("loyalty_app");
            assertThat(connection.getCatalog()).isEqualTo("loyalty");
        }
        assertThat(settingsOf("account_plan"))
                .containsEntry("kafka.bootstrap.servers", settings.get("kafka.bootstrap.servers"));
    }

    @Test
    void collectsRecordsWithTheirHeaders() {
        try (var consumer = TestConsumer.fromNow(Topics.LOYALTY)) {
            produce("m-1", "{}", "io.clientele.loyalty.member.enrolled.v1");

            var received = consumer.await("io.clientele.loyalty.member.enrolled.v1", "m-1");

            assertThat(received.key()).isEqualTo("m-1");
            assertThat(received.value()).isEqualTo("{}");
            assertThat(received.sequence()).isEqualTo(1);
        }
    }

    @Test
    void movesTheClock() {
        TestClock.set(Instant.parse("1994-03-31T22:00:00Z"));
        TestClock.advance(Duration.ofDays(30));

        assertThat(TestClock.now())
                .isBetween(Instant.parse("1994-04-30T22:00:00Z"), Instant.parse("1994-04-30T22:01:00Z"));
    }

    private static Map<String, String> settingsOf(String database) {
        var servers = new SharedServers();
        servers.init(Map.of("database", database));
        return servers.start();
    }

    private static void produce(String subject, String value, String type) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestEnvironment.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            var published = new ProducerRecord<>(Topics.LOYALTY, subject, value);
            published.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            published.headers().add("ce_subject", subject.getBytes(StandardCharsets.UTF_8));
            published.headers().add("ce_sequence", "00000000000000000001".getBytes(StandardCharsets.UTF_8));
            producer.send(published);
        }
    }
}
