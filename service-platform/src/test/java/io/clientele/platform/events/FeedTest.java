package io.clientele.platform.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.platform.testing.NoteTaken;
import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import io.clientele.stack.server.TokenRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@PlatformTest
class FeedTest {

    @Inject
    Events events;

    @Inject
    Feed feed;

    @Inject
    OutboxRetention retention;

    @Inject
    DataSource database;

    @Test
    void givesEventsInTheJsonFormatOfCloudEvents() {
        long from = end();
        String note = newNote();
        new Work(Caller.system("test"), "correlation-1", "cause-1")
                .run(() -> QuarkusTransaction.requiringNew()
                        .run(() ->
                                events.publish(new NoteTaken(note, "17", 3), Instant.parse("1994-03-31T22:00:00Z"))));
        awaitEvents(from, note, 1);

        read(Roles.SYSTEM, Map.of("after", from, "subject", note))
                .body("items[0].specversion", equalTo("1.0"))
                .body("items[0].source", equalTo("/platform-test"))
                .body("items[0].type", equalTo(NoteTaken.TYPE))
                .body("items[0].subject", equalTo(note))
                .body("items[0].time", equalTo("1994-03-31T22:00:00Z"))
                .body("items[0].datacontenttype", equalTo("application/json"))
                .body(
                        "items[0].dataschema",
                        equalTo("https://clientele.example/schemas/" + NoteTaken.TYPE + ".schema.json"))
                .body("items[0].sequence", equalTo("00000000000000000001"))
                .body("items[0].correlationid", equalTo("correlation-1"))
                .body("items[0].causationid", equalTo("cause-1"))
                .body("items[0].data.page", equalTo(3));
    }

    @Test
    void givesATombstoneWithoutData() {
        long from = end();
        String note = newNote();
        asSystem(() -> events.publishTombstone(NoteTaken.class, note, "17"));
        awaitEvents(from, note, 1);

        read(Roles.SYSTEM, Map.of("after", from, "subject", note))
                .body("items[0].subject", equalTo(note))
                .body("items[0].data", nullValue())
                .body("items[0].dataschema", nullValue());
    }

    @Test
    void neverSkipsWhatCommitsLate() throws SQLException {
        long from = end();
        String late = newNote();
        String early = newNote();
        try (Connection slow = PlatformServers.superuser()) {
            slow.setAutoCommit(false);
            insert(slow, late);
            publish(new NoteTaken(early, null, 1));
            awaitEvents(from, early, 1);
            long next = feedAfter(from).next();

            slow.commit();

            await().untilAsserted(() -> assertThat(feedAfter(next).events())
                    .extracting(FeedEvent::subject)
                    .contains(late));
        }
    }

    @Test
    void givesAReaderEverythingOnceAndInOrderWhileManyWrite() throws Exception {
        long from = end();
        List<String> notes = IntStream.range(0, 8).mapToObj(number -> newNote()).toList();
        int transactions = 150;
        List<FeedEvent> read = new ArrayList<>();

        try (var writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int first = writer;
                written.add(writers.submit(() -> IntStream.range(0, transactions)
                        .forEach(page -> asSystem(() -> {
                            events.publish(new NoteTaken(notes.get((first + page) % notes.size()), null, page));
                            events.publish(new NoteTaken(notes.get(first), null, page));
                        }))));
            }
            long after = from;
            while (read.size() < 4 * transactions * 2) {
                Feed.Stretch stretch = feedAfter(after);
                read.addAll(stretch.events().stream()
                        .filter(event -> notes.contains(event.subject()))
                        .toList());
                after = stretch.next();
            }
            for (Future<?> done : written) {
                done.get();
            }
        }

        assertThat(read).extracting(FeedEvent::id).doesNotHaveDuplicates();
        Map<String, Long> last = new HashMap<>();
        for (FeedEvent event : read) {
            long sequence = Long.parseLong(event.sequence());
            assertThat(sequence).isEqualTo(last.getOrDefault(event.subject(), 0L) + 1);
            last.put(event.subject(), sequence);
        }
    }

    @Test
    void pagesAndFilters() {
        long from = end();
        String note = newNote();
        IntStream.range(0, 7).forEach(page -> publish(new NoteTaken(note, null, page)));
        awaitEvents(from, note, 7);

        Set<Integer> pages = new LinkedHashSet<>();
        String after = Long.toString(from);
        for (int request = 0; request < 3; request++) {
            var reply = read(
                            Roles.SYSTEM,
                            Map.of(
                                    "after",
                                    after,
                                    "subject",
                                    note,
                                    "types",
                                    "io.other.v1," + NoteTaken.TYPE,
                                    "limit",
                                    3))
                    .extract();
            pages.addAll(reply.<List<Integer>>path("items.data.page"));
            after = reply.path("next");
        }
        assertThat(pages).containsExactly(0, 1, 2, 3, 4, 5, 6);
        read(Roles.SYSTEM, Map.of("after", after, "subject", note)).body("items.size()", equalTo(0));
        read(Roles.SYSTEM, Map.of("after", from, "subject", note, "types", "io.other.v1"))
                .body("items.size()", equalTo(0));
    }

    @Test
    void showsACallerWithABookItsClientsAndWhatConcernsNoSingleClient() throws SQLException {
        long from = end();
        String own = newNote();
        String others = newNote();
        String nobodys = newNote();
        execute(
                "INSERT INTO client_book VALUES ('feed-own', 'rm-anna', 'north'), ('feed-other', 'rm-bob', 'south') ON CONFLICT DO NOTHING");
        publish(new NoteTaken(own, "feed-own", 1));
        publish(new NoteTaken(others, "feed-other", 1));
        publish(new NoteTaken(nobodys, null, 1));
        awaitEvents(from, nobodys, 1);

        TokenRequest anna =
                PlatformServers.tokens().of(Roles.RELATIONSHIP_MANAGER).withUser("rm-anna");
        TokenRequest leader = PlatformServers.tokens()
                .of(Roles.TEAM_LEADER)
                .withUser("tl-cleo")
                .withTeams("south");
        assertThat(subjects(anna, from)).contains(own, nobodys).doesNotContain(others);
        assertThat(subjects(leader, from)).contains(others, nobodys).doesNotContain(own);

        // the query alone
        execute("ALTER TABLE outbox DISABLE ROW LEVEL SECURITY");
        try {
            assertThat(subjects(anna, from)).contains(own, nobodys).doesNotContain(others);
        } finally {
            execute("ALTER TABLE outbox ENABLE ROW LEVEL SECURITY");
        }
        // row-level security alone
        Caller caller = new Caller("rm-anna", Set.of(Roles.RELATIONSHIP_MANAGER), Set.of(), null);
        assertThat(visible(caller, own)).isTrue();
        assertThat(visible(caller, nobodys)).isTrue();
        assertThat(visible(caller, others)).isFalse();
        assertThat(visible(Caller.NOBODY, nobodys)).isFalse();
        assertThat(visible(new Caller("c", Set.of(Roles.CLIENT), Set.of(), "feed-own"), nobodys))
                .isFalse();
    }

    @Test
    void refusesWhatItCannotRead() {
        given().get("/v1/events").then().statusCode(401);
        reading(Roles.CLIENT, Map.of()).statusCode(403);
        reading(Roles.SYSTEM, Map.of("after", "yesterday")).statusCode(400).body("code", equalTo("after-malformed"));
        reading(Roles.SYSTEM, Map.of("limit", "501")).statusCode(400).body("code", equalTo("limit-out-of-range"));
        reading(Roles.SYSTEM, Map.of("subject", "x".repeat(201))).statusCode(400);
        reading(Roles.SYSTEM, Map.of("types", "a,".repeat(50))).statusCode(400).body("code", equalTo("too-many-types"));
    }

    @Test
    void keepsEightDaysAndNeverReusesAPosition() throws SQLException {
        long from = end();
        String note = newNote();
        publish(new NoteTaken(note, null, 1));
        awaitEvents(from, note, 1);
        await().until(() -> count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") == 0);
        execute("UPDATE outbox SET sent_at = now() - interval '7 days 23 hours'");
        retention.removeOld();
        assertThat(feedAfter(from).events()).extracting(FeedEvent::subject).contains(note);

        execute("UPDATE outbox SET sent_at = now() - interval '8 days 1 hour'");
        retention.removeOld();

        assertThat(count("SELECT count(*) FROM outbox")).isZero();
        long emptied = end();
        publish(new NoteTaken(note, null, 2));
        awaitEvents(emptied, note, 1);
        assertThat(feedAfter(emptied).events()).extracting(FeedEvent::subject).contains(note);
    }

    private List<String> subjects(TokenRequest caller, long after) {
        return given().auth()
                .oauth2(caller.signed())
                .queryParams(Map.of("after", after, "limit", 500))
                .get("/v1/events")
                .then()
                .statusCode(200)
                .extract()
                .path("items.subject");
    }

    private boolean visible(Caller caller, String subject) {
        return new Work(caller, "test", null)
                .call(() -> QuarkusTransaction.requiringNew().call(() -> {
                    try (var connection = database.getConnection();
                            var query = connection.prepareStatement("SELECT 1 FROM outbox WHERE aggregateid = ?")) {
                        query.setString(1, subject);
                        try (var row = query.executeQuery()) {
                            return row.next();
                        }
                    } catch (SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                }));
    }

    private static ValidatableResponse read(String role, Map<String, Object> parameters) {
        return reading(role, parameters).statusCode(200);
    }

    private static ValidatableResponse reading(String role, Map<String, Object> parameters) {
        return given().auth()
                .oauth2(PlatformServers.tokens().of(role).signed())
                .queryParams(parameters)
                .get("/v1/events")
                .then();
    }

    private void awaitEvents(long after, String subject, int count) {
        await().until(() -> feedAfter(after).events().stream()
                        .filter(event -> event.subject().equals(subject))
                        .count()
                == count);
    }

    private Feed.Stretch feedAfter(long after) {
        return Work.of("test").call(() -> feed.read(new Feed.Wanted(after, List.of(), null, 500)));
    }

    private static long end() {
        try {
            return count("SELECT position FROM feed_horizon");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void publish(NoteTaken event) {
        asSystem(() -> events.publish(event));
    }

    private static void asSystem(Runnable task) {
        Work.of("test").run(() -> QuarkusTransaction.requiringNew().run(task));
    }

    private static void insert(Connection connection, String subject) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, bucket, sequence, business_time, correlation_id)
                VALUES (?, ?, ?, ?, '{}', 0, 1, now(), 'test')""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, Topics.ACCOUNT_PLANS);
            insert.setString(3, subject);
            insert.setString(4, NoteTaken.TYPE);
            insert.executeUpdate();
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

    private static String newNote() {
        return UUID.randomUUID().toString();
    }
}
