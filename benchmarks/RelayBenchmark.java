import io.clientele.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Events a second that the outbox relay of a service brings to Kafka, beside a plain producer with {@code acks=all} on the
 * same broker.
 *
 * <p>Arguments: {@code fill}, {@code drain}, {@code sustain} or {@code ceiling}; JDBC URL; bootstrap servers; a file with
 * the payload of an event.
 */
final class RelayBenchmark {

    // kept, since a logger nobody refers to may lose its level
    private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

    private static final int EVENTS = 200_000;
    private static final int AGGREGATES = 5_000;
    private static final int PER_TRANSACTION = 20;
    private static final int SUSTAINED_RATE = 4_000;
    private static final int SUSTAINED_SECONDS = 30;
    private static final String TYPE = "io.clientele.loyalty.points.earned.v1";

    private static final String APPEND = """
            WITH incoming AS (
                SELECT * FROM unnest(?::text[], ?::int[]) WITH ORDINALITY AS e(subject, bucket, place)),
            moved AS (
                INSERT INTO event_stream AS s (topic, subject, last_sequence)
                SELECT ?, subject, 1 FROM incoming ORDER BY subject
                ON CONFLICT (topic, subject) DO UPDATE SET last_sequence = s.last_sequence + 1
                RETURNING subject, last_sequence)
            INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, bucket, sequence, business_time, correlation_id)
            SELECT gen_random_uuid(), ?, i.subject, ?, ?, i.bucket, m.last_sequence, now(), 'benchmark'
            FROM incoming i JOIN moved m USING (subject) ORDER BY i.place""";

    private final String jdbcUrl;
    private final String bootstrap;
    private final String payload;

    private RelayBenchmark(String jdbcUrl, String bootstrap, String payload) {
        this.jdbcUrl = jdbcUrl;
        this.bootstrap = bootstrap;
        this.payload = payload;
    }

    public static void main(String... arguments) throws Exception {
        // its clients tell their whole configuration otherwise
        KAFKA_LOG.setLevel(Level.WARNING);
        var benchmark = new RelayBenchmark(arguments[1], arguments[2], Files.readString(Path.of(arguments[3])));
        switch (arguments[0]) {
            case "fill" -> benchmark.fill();
            case "drain" -> benchmark.drain();
            case "sustain" -> benchmark.sustain();
            case "ceiling" -> benchmark.ceiling();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Writes the events of a backlog while no service runs. */
    private void fill() throws SQLException {
        try (Connection connection = connect()) {
            for (int first = 0; first < EVENTS; first += 1_000) {
                append(connection, "backlog-", first, 1_000);
            }
        }
    }

    /** Waits until a running service has sent them. */
    private void drain() throws Exception {
        try (Connection connection = connect()) {
            while (number(connection, "SELECT count(*) FROM outbox WHERE sent_at IS NULL") > 0) {
                Thread.sleep(200);
            }
            double seconds = number(
                    connection,
                    "SELECT extract(epoch FROM max(sent_at) - min(sent_at)) FROM outbox WHERE aggregateid LIKE 'backlog-%'");
            report("relay, working off a backlog", EVENTS, seconds, inOrder("backlog-", EVENTS));
        }
    }

    /** Writes at a fixed rate, in transactions of some events each, and watches what waits. */
    private void sustain() throws Exception {
        int events = SUSTAINED_RATE * SUSTAINED_SECONDS;
        double worstBacklog = 0;
        double worstAge = 0;
        double seconds;
        try (Connection connection = connect();
                Connection watching = connect()) {
            long begun = System.nanoTime();
            int transactions = events / PER_TRANSACTION;
            long nextLook = begun;
            for (int i = 0; i < transactions; i++) {
                append(connection, "steady-", i * PER_TRANSACTION, PER_TRANSACTION);
                long due = begun + (long) ((i + 1) * 1e9 * PER_TRANSACTION / SUSTAINED_RATE);
                if (System.nanoTime() > nextLook) {
                    worstBacklog = Math.max(
                            worstBacklog, number(watching, "SELECT count(*) FROM outbox WHERE sent_at IS NULL"));
                    worstAge = Math.max(
                            worstAge,
                            number(
                                    watching,
                                    "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)"
                                            + " FROM outbox WHERE sent_at IS NULL"));
                    nextLook = System.nanoTime() + Duration.ofSeconds(1).toNanos();
                }
                long early = due - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(Duration.ofNanos(early));
                }
            }
            while (number(watching, "SELECT count(*) FROM outbox WHERE sent_at IS NULL") > 0) {
                Thread.sleep(20);
            }
            seconds = (System.nanoTime() - begun) / 1e9;
        }
        report("relay, events keep coming", events, seconds, inOrder("steady-", events));
        System.out.printf(
                "%nAsked for %,d/s during %d s: at most %,.0f events waited, the oldest %.2f s.%n",
                SUSTAINED_RATE, SUSTAINED_SECONDS, worstBacklog, worstAge);
    }

    /** The same records by a producer with nothing else to do. */
    private void ceiling() throws Exception {
        String topic = "benchmark.relay";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0, "batch.size", 65_536),
                new StringSerializer(),
                new StringSerializer())) {
            send(producer, topic, EVENTS / 10);
            long begun = System.nanoTime();
            send(producer, topic, EVENTS);
            report("plain producer, acks=all", EVENTS, (System.nanoTime() - begun) / 1e9, "");
        }
    }

    private void send(KafkaProducer<String, String> producer, String topic, int events) {
        for (int i = 0; i < events; i++) {
            var event = new ProducerRecord<>(topic, "plain-" + i % AGGREGATES, payload);
            event.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
            event.headers().add("ce_type", TYPE.getBytes(StandardCharsets.UTF_8));
            producer.send(event);
        }
        producer.flush();
    }

    private void append(Connection connection, String prefix, int first, int count) throws SQLException {
        List<String> subjects = new ArrayList<>(count);
        List<Integer> buckets = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            String subject = prefix + i % AGGREGATES;
            subjects.add(subject);
            // as OutboxEntry computes it
            buckets.add(Math.floorMod(31 * Topics.LOYALTY.hashCode() + subject.hashCode(), 64));
        }
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setArray(1, connection.createArrayOf("text", subjects.toArray()));
            statement.setArray(2, connection.createArrayOf("int4", buckets.toArray()));
            statement.setString(3, Topics.LOYALTY);
            statement.setString(4, Topics.LOYALTY);
            statement.setString(5, TYPE);
            statement.setString(6, payload);
            statement.executeUpdate();
        }
    }

    /** Reads what arrived and says whether each aggregate's events are all there, in order and without gaps. */
    private String inOrder(String prefix, int expected) {
        Map<String, Long> last = new HashMap<>();
        int found = 0;
        int repeated = 0;
        int wrong = 0;
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.LOYALTY).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var event : consumer.poll(Duration.ofMillis(500))) {
                    if (!event.key().startsWith(prefix)) {
                        continue;
                    }
                    long sequence = Long.parseLong(
                            new String(event.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
                    long before = last.getOrDefault(event.key(), 0L);
                    if (sequence == before + 1) {
                        last.put(event.key(), sequence);
                        found++;
                    } else if (sequence <= before) {
                        repeated++;
                    } else {
                        wrong++;
                    }
                }
            }
        }
        return wrong > 0 || found != expected
                ? "WRONG: " + found + " of " + expected + " in order"
                : "all in order" + (repeated > 0 ? ", " + repeated + " repeated" : "");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
    }

    private static double number(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private static void report(String what, int events, double seconds, String order) {
        System.out.printf(
                "| %-28s | %,9d | %8.2f | %,14.0f | %-14s |%n", what, events, seconds, events / seconds, order);
    }
}
