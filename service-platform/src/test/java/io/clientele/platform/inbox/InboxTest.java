package io.clientele.platform.inbox;

import static io.clientele.platform.testing.TopicReader.header;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.events.EventHeaders;
import io.clientele.platform.testing.NoteTaken;
import io.clientele.platform.testing.NoteTaker;
import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import io.clientele.platform.testing.TopicReader;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class InboxTest {

    private static final String TOPIC = Topics.CLIENT_ACTIVITY;
    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

    @Inject
    NoteTaker taker;

    @Inject
    InboxRetention retention;

    @AfterEach
    void failNoMore() {
        taker.failNoMore();
    }

    @Test
    void takesAnEventOnceHoweverOftenAndWhereverItIsDelivered() {
        String note = newNote();
        ConsumerRecord<String, byte[]> event = event(note, 1);

        taker.take(event);
        taker.take(event);
        taker.take(atAnotherPlace(event));

        assertThat(taken(note)).containsExactly(1);
    }

    @Test
    void takesARecordWithoutCloudEventsHeadersOncePerPlace() {
        String note = newNote();
        ConsumerRecord<String, byte[]> plain = record(note, payload(note, 1));

        taker.take(plain);
        taker.take(plain);
        taker.take(atAnotherPlace(plain));

        assertThat(taken(note)).containsExactly(1, 1);
    }

    @Test
    void ignoresFieldsItDoesNotKnowYet() {
        String note = newNote();

        taker.take(record(note, "{\"noteId\":\"" + note + "\",\"page\":1,\"colour\":\"red\"}"));

        assertThat(taken(note)).containsExactly(1);
    }

    @Test
    void remembersAnEventOnlyTogetherWithItsEffect() {
        String note = newNote();
        taker.failOn(note, 1, 1, () -> new IllegalStateException("after the effect, before the commit"));

        taker.take(event(note, 1));

        assertThat(taken(note)).containsExactly(1);
        assertThat(letters(note)).isEmpty();
    }

    @Test
    void repeatsForAsLongAsADeadlockOrConflictLasts() {
        String note = newNote();
        taker.failOn(note, 1, 7, () -> new IllegalStateException(new SQLException("deadlock detected", "40P01")));

        taker.take(event(note, 1));

        assertThat(taken(note)).containsExactly(1);
        assertThat(letters(note)).isEmpty();
    }

    @Test
    void parksPoisonWithWhatFollowsOfItsKeyAndReplaysInOrder() {
        String note = newNote();
        String other = newNote();
        taker.failOn(note, 2, 100, () -> new IllegalStateException("page 2 is refused"));

        ConsumerRecord<String, byte[]> poison = event(note, 2);
        taker.take(event(note, 1));
        taker.take(poison);
        taker.take(poison);
        taker.take(event(note, 3));
        taker.take(event(other, 1));
        taker.take(event(note, 4));

        assertThat(taken(note)).containsExactly(1);
        assertThat(taken(other)).containsExactly(1);
        assertThat(letters(note)).extracting("poison").containsExactly(true, false, false);
        assertThat(letters(note).getFirst().get("reason")).isEqualTo("IllegalStateException: page 2 is refused");

        replay(note).then().statusCode(200).body("resolved", equalTo(0)).body("waiting", equalTo(3));
        assertThat(taken(note)).containsExactly(1);

        taker.failNoMore();
        taker.failOn(note, 4, 100, () -> new IllegalStateException("page 4 is refused"));
        replay(note).then().statusCode(200).body("resolved", equalTo(2)).body("waiting", equalTo(1));
        assertThat(taken(note)).containsExactly(1, 2, 3);

        taker.failNoMore();
        replay(note).then().statusCode(200).body("resolved", equalTo(1)).body("waiting", equalTo(0));
        taker.take(event(note, 5));
        assertThat(taken(note)).containsExactly(1, 2, 3, 4, 5);
        assertThat(letters(note)).isEmpty();
    }

    @Test
    void takesAPollInOneTransactionAndEachOnce() {
        String note = newNote();
        String other = newNote();

        taker.takeAll(poll(event(note, 1), event(other, 1), event(note, 2), event(note, 1), event(note, 3)));

        assertThat(taken(note)).containsExactly(1, 2, 3);
        assertThat(taken(other)).containsExactly(1);
        assertThat(transactions(note)).isEqualTo(1);
    }

    @Test
    void takesTheRestOfAPollThatHoldsPoison() {
        String note = newNote();
        String other = newNote();
        taker.failOn(note, 2, 100, () -> new IllegalStateException("page 2 is refused"));

        taker.takeAll(poll(event(note, 1), event(note, 2), event(other, 1), event(note, 3), event(other, 2)));

        assertThat(taken(note)).containsExactly(1);
        assertThat(taken(other)).containsExactly(1, 2);
        assertThat(letters(note)).extracting("poison").containsExactly(true, false);
    }

    @Test
    void copiesPoisonUnchangedToTheDeadLetterTopic() {
        String note = newNote();
        ConsumerRecord<String, byte[]> poison = event(note, 1, "{\"noteId\":");

        taker.take(poison);

        try (TopicReader reader = new TopicReader(PlatformServers.bootstrapServers(), Topics.deadLetterOf(TOPIC))) {
            ConsumerRecord<String, byte[]> copy =
                    reader.await(1, found -> note.equals(found.key())).getFirst();
            assertThat(copy.value()).isEqualTo(poison.value());
            assertThat(header(copy, EventHeaders.ID)).isEqualTo(header(poison, EventHeaders.ID));
            assertThat(header(copy, "dead-letter-consumer")).isEqualTo(NoteTaker.NAME);
            assertThat(header(copy, "dead-letter-from")).isEqualTo(TOPIC + "-0-" + poison.offset());
        }
    }

    @Test
    void refusesToReplayWhatIsResolvedOrAbsent() {
        String note = newNote();
        taker.failOn(note, 1, 3, () -> new IllegalStateException("three times"));
        taker.take(event(note, 1));
        Object id = letters(note).getFirst().get("id");

        asSystem().post("/v1/dead-letters/" + id + "/replays").then().statusCode(200);

        asSystem()
                .post("/v1/dead-letters/" + id + "/replays")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-resolved"));
        asSystem().post("/v1/dead-letters/9999999/replays").then().statusCode(404);
    }

    @Test
    void showsDeadLettersToSystemsOnly() {
        given().get("/v1/dead-letters").then().statusCode(401);
        given().auth()
                .oauth2(PlatformServers.tokens().of(Roles.ANALYST).signed())
                .get("/v1/dead-letters")
                .then()
                .statusCode(403);
        asSystem().queryParam("state", "lost").get("/v1/dead-letters").then().statusCode(400);
    }

    @Test
    void takesEverythingOnceAndInOrderThoughTheDatabaseIsRestarted() {
        String note = newNote();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", PlatformServers.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            IntStream.range(0, 600).forEach(page -> producer.send(produced(note, page)));
            producer.flush();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> !taken(note).isEmpty());

        PlatformServers.postgres().kill();
        PlatformServers.postgres().start();

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(taken(note)).hasSizeGreaterThanOrEqualTo(600));
        assertThat(taken(note))
                .containsExactlyElementsOf(IntStream.range(0, 600).boxed().toList());
        assertThat(letters(note)).isEmpty();
    }

    @Test
    void forgetsAfterThirtyDays() throws SQLException {
        String note = newNote();
        taker.take(event(note, 1));
        String id = "/test " + note + "-1";
        execute("UPDATE inbox SET received_at = now() - interval '29 days' WHERE event_id = '" + id + "'");
        retention.removeOld();
        assertThat(count("SELECT count(*) FROM inbox WHERE event_id = '" + id + "'"))
                .isEqualTo(1);

        execute("UPDATE inbox SET received_at = now() - interval '31 days' WHERE event_id = '" + id + "'");
        retention.removeOld();

        assertThat(count("SELECT count(*) FROM inbox WHERE event_id = '" + id + "'"))
                .isZero();
    }

    private static io.restassured.response.Response replay(String note) {
        return asSystem().post("/v1/dead-letters/" + letters(note).getFirst().get("id") + "/replays");
    }

    private static List<Map<String, Object>> letters(String note) {
        List<Map<String, Object>> found = asSystem()
                .queryParam("limit", "500")
                .queryParam("consumer", NoteTaker.NAME)
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return found.stream().filter(letter -> note.equals(letter.get("key"))).toList();
    }

    private static RequestSpecification asSystem() {
        return given().auth().oauth2(PlatformServers.tokens().of(Roles.SYSTEM).signed());
    }

    private static ConsumerRecord<String, byte[]> event(String note, int page) {
        return event(note, page, payload(note, page));
    }

    private static ConsumerRecord<String, byte[]> event(String note, int page, String payload) {
        ConsumerRecord<String, byte[]> event = record(note, payload);
        event.headers().add(EventHeaders.ID, (note + "-" + page).getBytes(UTF_8));
        event.headers().add(EventHeaders.SOURCE, "/test".getBytes(UTF_8));
        event.headers().add(EventHeaders.TYPE, NoteTaken.TYPE.getBytes(UTF_8));
        return event;
    }

    private static ProducerRecord<String, byte[]> produced(String note, int page) {
        ConsumerRecord<String, byte[]> event = event(note, page);
        return new ProducerRecord<>(TOPIC, null, note, event.value(), event.headers());
    }

    @SafeVarargs
    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]>... delivered) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(delivered)), Map.of());
    }

    /** In how many transactions the pages of a note were written. */
    private static long transactions(String note) {
        try {
            return count("SELECT count(DISTINCT xmin::text) FROM test_note_taken WHERE note_id = '" + note + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ConsumerRecord<String, byte[]> record(String note, String payload) {
        return new ConsumerRecord<>(TOPIC, 0, OFFSETS.incrementAndGet(), note, payload.getBytes(UTF_8));
    }

    private static ConsumerRecord<String, byte[]> atAnotherPlace(ConsumerRecord<String, byte[]> event) {
        ConsumerRecord<String, byte[]> again =
                new ConsumerRecord<>(TOPIC, 0, OFFSETS.incrementAndGet(), event.key(), event.value());
        event.headers().forEach(again.headers()::add);
        return again;
    }

    private static String payload(String note, int page) {
        return "{\"noteId\":\"" + note + "\",\"page\":" + page + "}";
    }

    private static String newNote() {
        return UUID.randomUUID().toString();
    }

    private static List<Integer> taken(String note) {
        try (var connection = PlatformServers.superuser();
                var query = connection.prepareStatement(
                        "SELECT page FROM test_note_taken WHERE note_id = ? ORDER BY entry")) {
            query.setString(1, note);
            List<Integer> pages = new ArrayList<>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    pages.add(row.getInt(1));
                }
            }
            return pages;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void execute(String statement) throws SQLException {
        try (var connection = PlatformServers.superuser();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private static long count(String query) throws SQLException {
        try (var connection = PlatformServers.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
