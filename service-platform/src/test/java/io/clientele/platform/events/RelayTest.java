package io.clientele.platform.events;

import static io.clientele.platform.testing.TopicReader.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import io.clientele.platform.background.DatabaseRefused;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.Work;
import io.clientele.platform.testing.NoteTaken;
import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import io.clientele.platform.testing.TopicReader;
import io.clientele.stack.server.LocalKafka;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PlatformTest
@TestProfile(RelayTest.WithoutRelay.class)
class RelayTest {

    /** The relays under test are made by hand, several of them, over several brokers. */
    public static class WithoutRelay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("clientele.relay.enabled", "false");
        }
    }

    private static final RelaySettings ENABLED = () -> true;

    @Inject
    Events events;

    @Inject
    OutboxQueue queue;

    @Inject
    OutboxSignal signal;

    @Inject
    OutboxBacklog backlog;

    @Inject
    DataSource database;

    private final List<Relay> relays = new ArrayList<>();

    @BeforeEach
    void emptyOutbox() throws SQLException {
        try (var connection = PlatformServers.superuser();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM outbox");
        }
    }

    @AfterEach
    void stopRelays() {
        relays.forEach(Relay::stop);
    }

    @Test
    void sendsAnEventAsCloudEventWithinMomentsOfTheCommit() {
        startRelay(PlatformServers.bootstrapServers());
        String note = newNote();

        Instant happened = Instant.parse("1994-03-31T22:00:00Z");
        new Work(Caller.system("test"), "correlation-1", "cause-1")
                .run(() -> QuarkusTransaction.requiringNew()
                        .run(() -> events.publish(new NoteTaken(note, "17", 3), happened)));

        ConsumerRecord<String, byte[]> found =
                received(PlatformServers.bootstrapServers(), 1, note).getFirst();
        assertThat(new String(found.value(), UTF_8))
                .isEqualTo("{\"noteId\":\"" + note + "\",\"clientId\":\"17\",\"page\":3}");
        assertThat(found.key()).isEqualTo(note);
        assertThat(UUID.fromString(header(found, EventHeaders.ID)).version()).isEqualTo(7);
        assertThat(header(found, EventHeaders.SOURCE)).isEqualTo("/platform-test");
        assertThat(header(found, EventHeaders.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(header(found, EventHeaders.TYPE)).isEqualTo(NoteTaken.TYPE);
        assertThat(header(found, EventHeaders.SUBJECT)).isEqualTo(note);
        assertThat(header(found, EventHeaders.TIME)).isEqualTo("1994-03-31T22:00:00Z");
        assertThat(header(found, EventHeaders.SEQUENCE)).isEqualTo("00000000000000000001");
        assertThat(header(found, EventHeaders.CORRELATION_ID)).isEqualTo("correlation-1");
        assertThat(header(found, EventHeaders.CAUSATION_ID)).isEqualTo("cause-1");
        assertThat(header(found, EventHeaders.DATA_SCHEMA))
                .isEqualTo("https://clientele.example/schemas/" + NoteTaken.TYPE + ".schema.json");
        assertThat(header(found, EventHeaders.CONTENT_TYPE)).isEqualTo("application/json");
        // the record's own time is the broker's: brokers delete by it
        assertThat(Instant.ofEpochMilli(found.timestamp()))
                .isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void sendsATombstoneAfterTheStatesBeforeIt() {
        startRelay(PlatformServers.bootstrapServers());
        String note = newNote();

        publish(new NoteTaken(note, "17", 1));
        asSystem(() -> events.publishTombstone(NoteTaken.class, note, "17"));

        List<ConsumerRecord<String, byte[]>> found = received(PlatformServers.bootstrapServers(), 2, note);
        assertThat(found.getLast().value()).isNull();
        assertThat(header(found.getLast(), EventHeaders.SEQUENCE)).isEqualTo("00000000000000000002");
    }

    @Test
    void twoRelaysKeepTheOrderOfAggregatesThatManyWritersChange() throws Exception {
        startRelay(PlatformServers.bootstrapServers());
        startRelay(PlatformServers.bootstrapServers());
        List<String> notes =
                IntStream.range(0, 12).mapToObj(number -> newNote()).toList();
        AtomicInteger committed = new AtomicInteger();

        try (var writers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                Random random = new Random(writer);
                written.add(writers.submit(() -> {
                    for (int transaction = 0; transaction < 120; transaction++) {
                        write(notes, random, committed);
                    }
                }));
            }
            for (Future<?> done : written) {
                done.get();
            }
        }

        Map<String, List<ConsumerRecord<String, byte[]>>> found;
        try (TopicReader reader = new TopicReader(PlatformServers.bootstrapServers(), Topics.ACCOUNT_PLANS)) {
            found = reader.await(committed.get(), record -> notes.contains(record.key())).stream()
                    .collect(Collectors.groupingBy(ConsumerRecord::key));
        }
        assertThat(found.values().stream().mapToInt(List::size).sum()).isEqualTo(committed.get());
        found.forEach((note, ofNote) -> assertThat(sequences(ofNote))
                .as(note)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ofNote.size()).boxed().toList()));
    }

    @Test
    void whatWasSentButNotMarkedComesAgainUnderTheSameIdAndInOrder() {
        String note = newNote();
        IntStream.range(0, 20).forEach(page -> publish(new NoteTaken(note, null, page)));
        AtomicBoolean killed = new AtomicBoolean();
        OutboxQueue dyingBeforeTheMark = new OutboxQueue(database) {
            @Override
            void markSent(Collection<UUID> sent) {
                if (killed.compareAndSet(false, true)) {
                    throw new DatabaseRefused("dying", new SQLException("killed between send and mark"));
                }
                super.markSent(sent);
            }
        };

        start(new Relay(
                dyingBeforeTheMark, producerFor(PlatformServers.bootstrapServers()), signal, ENABLED, "platform-test"));

        List<ConsumerRecord<String, byte[]>> found = received(PlatformServers.bootstrapServers(), 40, note);
        assertThat(found).hasSize(40);
        assertThat(found.stream().map(record -> header(record, EventHeaders.ID)).distinct())
                .hasSize(20);
        assertThat(new LinkedHashSet<>(sequences(found)))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        await().untilAsserted(() -> assertThat(unsent()).isZero());
    }

    @Test
    void catchesUpInOrderAfterTheBrokerWasAway(@TempDir Path directory) {
        try (LocalKafka broker = new LocalKafka(directory, 0).start().createTopics(2)) {
            startRelay(broker.bootstrapServers());
            String note = newNote();
            publish(new NoteTaken(note, null, 0));
            received(broker.bootstrapServers(), 1, note);

            broker.close();
            IntStream.range(1, 500).forEach(page -> publish(new NoteTaken(note, null, page)));
            assertThat(unsent()).isPositive();
            broker.start();

            List<ConsumerRecord<String, byte[]>> found =
                    received(broker.bootstrapServers(), 500, note, Duration.ofSeconds(60));
            assertThat(new LinkedHashSet<>(sequences(found)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 500).boxed().toList());
            await().untilAsserted(() -> assertThat(unsent()).isZero());
        }
    }

    @Test
    void aMissingTopicHoldsUpItsOwnEventsOnly(@TempDir Path directory) throws Exception {
        try (LocalKafka broker = new LocalKafka(directory, 0).start().createTopics(2);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            startRelay(broker.bootstrapServers());
            String homeless = newNote();
            IntStream.range(0, 3).forEach(page -> publish(new HomelessTaken(homeless, page)));
            List<String> others =
                    IntStream.range(0, 20).mapToObj(number -> newNote()).toList();
            others.forEach(note -> publish(new NoteTaken(note, null, 1)));

            try (TopicReader reader = new TopicReader(broker.bootstrapServers(), Topics.ACCOUNT_PLANS)) {
                assertThat(reader.await(20, Duration.ofSeconds(60), record -> others.contains(record.key())))
                        .hasSizeGreaterThanOrEqualTo(20);
            }
            admin.createTopics(List.of(new NewTopic(HomelessTaken.TOPIC, 1, (short) 1)))
                    .all()
                    .get();

            try (TopicReader reader = new TopicReader(broker.bootstrapServers(), HomelessTaken.TOPIC)) {
                assertThat(sequences(reader.await(3, Duration.ofSeconds(30), record -> true)))
                        .containsExactly(1L, 2L, 3L);
            }
        }
    }

    @Test
    void measuresWhatWaits() {
        publish(new NoteTaken(newNote(), null, 1));
        publish(new NoteTaken(newNote(), null, 1));

        backlog.measure();

        assertThat(backlog.last().events()).isEqualTo(2);
        assertThat(backlog.last().oldestSeconds()).isPositive().isLessThan(60);
    }

    /** An event whose topic does not exist at first. */
    @Event(
            type = "io.clientele.test.homeless.taken.v1",
            topic = HomelessTaken.TOPIC,
            summary = "A note without a home.")
    public record HomelessTaken(String noteId, int page) implements DomainEvent {

        static final String TOPIC = "clientele.homeless.v1";

        @Override
        public String subject() {
            return noteId;
        }
    }

    private void write(List<String> notes, Random random, AtomicInteger committed) {
        boolean rolledBack = random.nextInt(5) == 0;
        int count = 1 + random.nextInt(4);
        try {
            asSystem(() -> {
                for (int event = 0; event < count; event++) {
                    events.publish(new NoteTaken(notes.get(random.nextInt(notes.size())), null, event));
                }
                if (rolledBack) {
                    throw new Abandoned();
                }
            });
        } catch (Abandoned expected) {
            return;
        }
        committed.addAndGet(count);
    }

    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void publish(DomainEvent event) {
        asSystem(() -> events.publish(event));
    }

    private static void asSystem(Runnable task) {
        Work.of("test").run(() -> QuarkusTransaction.requiringNew().run(task));
    }

    private void startRelay(String bootstrapServers) {
        start(new Relay(queue, producerFor(bootstrapServers), signal, ENABLED, "platform-test"));
    }

    private void start(Relay relay) {
        relays.add(relay);
        relay.start();
    }

    private static OrderedProducer producerFor(String bootstrapServers) {
        return new OrderedProducer(Map.of("bootstrap.servers", bootstrapServers));
    }

    private static List<ConsumerRecord<String, byte[]>> received(String bootstrapServers, int count, String note) {
        return received(bootstrapServers, count, note, Duration.ofSeconds(20));
    }

    private static List<ConsumerRecord<String, byte[]>> received(
            String bootstrapServers, int count, String note, Duration patience) {
        try (TopicReader reader = new TopicReader(bootstrapServers, Topics.ACCOUNT_PLANS)) {
            return reader.await(count, patience, record -> record.key().equals(note));
        }
    }

    private static List<Long> sequences(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> Long.parseLong(String.valueOf(header(record, EventHeaders.SEQUENCE))))
                .toList();
    }

    private static String newNote() {
        return UUID.randomUUID().toString();
    }

    private static long unsent() {
        try (var connection = PlatformServers.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM outbox WHERE sent_at IS NULL")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
