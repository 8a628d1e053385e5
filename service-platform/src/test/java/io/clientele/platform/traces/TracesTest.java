package io.clientele.platform.traces;

import static io.clientele.platform.testing.TopicReader.header;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contracts.Topics;
import io.clientele.platform.events.EventHeaders;
import io.clientele.platform.testing.NoteTaker;
import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import io.clientele.platform.testing.TopicReader;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** One trace goes through HTTP, database and Kafka, once an endpoint is set. */
@PlatformTest
@WithTestResource(value = TraceCollector.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class TracesTest {

    @SuppressWarnings("NullAway.Init")
    TraceCollector collector;

    @Test
    void aTraceGoesOnFromARecordThroughTheDatabaseToTheEventItLedTo() {
        String trace = newTrace();
        String note = "traced-" + UUID.randomUUID();
        send(note, "00-" + trace + "-00f067aa0ba902b7-01");

        try (TopicReader reader = new TopicReader(PlatformServers.bootstrapServers(), Topics.ACCOUNT_PLANS)) {
            ConsumerRecord<String, byte[]> followed =
                    reader.await(1, record -> note.equals(record.key())).getFirst();
            assertThat(header(followed, EventHeaders.TRACEPARENT)).startsWith("00-" + trace + "-");
        }
        // of one span: its trace, and soon after it its name
        String statement = "(?s).*" + Pattern.quote(bytes(trace)) + ".{0,100}INSERT \\w+\\.test_note_taken.*";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(collector.received().matches(statement)).isTrue());
    }

    @Test
    void aRequestGoesOnInTheTraceOfItsCaller() {
        String trace = newTrace();

        RestAssured.given()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/v1/memos");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(collector.received()).contains(bytes(trace), "GET /v1/memos"));
    }

    @Test
    void pollsOfTheDatabaseThatNobodyCausedAreNotRecorded() {
        String trace = newTrace();
        RestAssured.given()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/v1/memos");
        await().atMost(Duration.ofSeconds(20)).until(() -> collector.received().contains(bytes(trace)));

        assertThat(collector.received()).doesNotContain("all_buckets");
    }

    private static void send(String note, String traceparent) {
        try (var bank = new KafkaProducer<>(
                Map.of("bootstrap.servers", PlatformServers.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(
                    Topics.CLIENT_ACTIVITY,
                    note,
                    "{\"noteId\":\"%s\",\"page\":%d}"
                            .formatted(note, NoteTaker.TITLE_PAGE)
                            .getBytes(UTF_8));
            record.headers().add(EventHeaders.TRACEPARENT, traceparent.getBytes(UTF_8));
            bank.send(record);
        }
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** A trace id as it stands in protobuf. */
    private static String bytes(String trace) {
        return new String(HexFormat.of().parseHex(trace), ISO_8859_1);
    }
}
