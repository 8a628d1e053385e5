package io.clientele.platform.events;

import io.clientele.platform.background.DatabaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The outbox as the relay reads it. Every aggregate belongs to one bucket; whoever holds a bucket's lock alone sends its
 * events, so that several replicas keep the order of each aggregate.
 */
@ApplicationScoped
class OutboxQueue {

    /** First key of the advisory locks on buckets. */
    private static final int BUCKET_LOCKS = 0x6f75_7462;

    private static final int EVENTS_PER_BUCKET = 64;

    /** Buckets with something to send, beginning at another one each round so that none waits behind a broken topic. */
    private static final String CLAIM = """
            WITH waiting AS MATERIALIZED (
                SELECT bucket FROM generate_series(0, 63) AS all_buckets(bucket)
                WHERE EXISTS (SELECT 1 FROM outbox o WHERE o.bucket = all_buckets.bucket AND o.sent_at IS NULL))
            SELECT bucket FROM waiting WHERE pg_try_advisory_xact_lock(?, bucket)
            ORDER BY (bucket + ?) % 64""";

    private static final String READ = """
            SELECT e.* FROM unnest(?::int[]) WITH ORDINALITY AS claimed(bucket, place)
            CROSS JOIN LATERAL (
                SELECT id, aggregatetype, aggregateid, type, payload, sequence, business_time, correlation_id,
                       causation_id, traceparent, entry
                FROM outbox o WHERE o.bucket = claimed.bucket AND o.sent_at IS NULL ORDER BY o.entry LIMIT ?) e
            ORDER BY claimed.place, e.entry""";

    /** Rows are locked in the order in which the feed's sequencer locks them. */
    private static final String MARK = """
            WITH sent AS (SELECT id FROM outbox WHERE id = ANY (?) ORDER BY entry FOR UPDATE)
            UPDATE outbox o SET sent_at = clock_timestamp() FROM sent WHERE o.id = sent.id""";

    private final DataSource database;
    private int round;

    OutboxQueue(DataSource database) {
        this.database = database;
    }

    /**
     * The oldest unsent events of the buckets nobody else is working on, bucket by bucket in order. The buckets are locked
     * until the transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UnsentEvent> claim() {
        try (Connection connection = database.getConnection()) {
            List<Integer> buckets = claimBuckets(connection);
            // a second statement: its snapshot includes what the former holder of a lock has marked
            return buckets.isEmpty() ? List.of() : read(connection, buckets);
        } catch (SQLException refused) {
            throw new DatabaseRefused("claiming events", refused);
        }
    }

    /** Notes that Kafka has these. */
    @Transactional(Transactional.TxType.MANDATORY)
    void markSent(Collection<UUID> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            mark.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("marking sent events", refused);
        }
    }

    private List<Integer> claimBuckets(Connection connection) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setInt(1, BUCKET_LOCKS);
            claim.setInt(2, Math.floorMod(round++, OutboxEntry.BUCKETS));
            List<Integer> buckets = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    buckets.add(row.getInt(1));
                }
            }
            return buckets;
        }
    }

    private static List<UnsentEvent> read(Connection connection, List<Integer> buckets) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("int4", buckets.toArray()));
            read.setInt(2, EVENTS_PER_BUCKET);
            List<UnsentEvent> events = new ArrayList<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
            return events;
        }
    }

    private static UnsentEvent event(ResultSet row) throws SQLException {
        return new UnsentEvent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
