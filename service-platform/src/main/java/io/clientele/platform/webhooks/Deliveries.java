package io.clientele.platform.webhooks;

import io.clientele.platform.background.DatabaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The queue and log of deliveries. Every method works in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Deliveries {

    private static final String BEGIN_AT_END =
            "UPDATE webhook_subscription SET position = (SELECT position FROM feed_horizon) WHERE id = ?";

    /** Each active subscription looks through at most a thousand events more. */
    private static final String QUEUE = """
            WITH behind AS (
                SELECT s.id, s.types, s.subject, s.position AS looked_to,
                       coalesce((SELECT max(w.position) FROM (
                           SELECT o.position FROM outbox o WHERE o.position > s.position AND o.position <= h.position
                           ORDER BY o.position LIMIT 1000) w), h.position) AS look_to
                FROM webhook_subscription s CROSS JOIN feed_horizon h
                WHERE s.state = 'ACTIVE' AND s.position < h.position),
            queued AS (
                INSERT INTO webhook_delivery (subscription_id, event_id, event_type, position, next_attempt_at)
                SELECT b.id, o.id, o.type, o.position, now()
                FROM behind b JOIN outbox o ON o.position > b.looked_to AND o.position <= b.look_to
                WHERE (cardinality(b.types) = 0 OR o.type = ANY (b.types)) AND (b.subject IS NULL OR o.aggregateid = b.subject)
                ORDER BY o.position
                ON CONFLICT ON CONSTRAINT webhook_delivery_once_uq DO NOTHING)
            UPDATE webhook_subscription s SET position = b.look_to FROM behind b WHERE s.id = b.id""";

    /** A claim lapses after a minute: whoever claimed and died leaves the delivery to the others. */
    private static final String CLAIM = """
            WITH due AS (
                SELECT d.id, s.url FROM webhook_subscription s
                CROSS JOIN LATERAL (
                    SELECT w.id FROM webhook_delivery w
                    WHERE w.subscription_id = s.id AND w.state = 'PENDING' AND w.next_attempt_at <= clock_timestamp()
                    ORDER BY w.next_attempt_at, w.position LIMIT 16 FOR UPDATE SKIP LOCKED) d
                WHERE s.state = 'ACTIVE' AND s.id <> ALL (?))
            UPDATE webhook_delivery w
            SET attempts = w.attempts + 1, last_attempt_at = clock_timestamp(), next_attempt_at = clock_timestamp() + interval '60 seconds'
            FROM due WHERE w.id = due.id
            RETURNING w.id, w.subscription_id, w.event_id, w.attempts, due.url""";

    private static final String DELIVERED = """
            UPDATE webhook_delivery SET state = 'DELIVERED', next_attempt_at = NULL, last_status = ?, last_error = NULL
            WHERE id = ?""";

    private static final String FAILED = """
            UPDATE webhook_delivery
            SET state = CASE WHEN ?::bigint IS NULL THEN 'FAILED' ELSE 'PENDING' END,
                next_attempt_at = clock_timestamp() + ?::bigint * interval '1 millisecond', last_status = ?, last_error = ?
            WHERE id = ?""";

    private static final String LIST = """
            SELECT id, event_id, event_type, state, attempts, created_at, next_attempt_at, last_attempt_at, last_status, last_error
            FROM webhook_delivery
            WHERE subscription_id = ? AND id < ? AND (?::text IS NULL OR state = ?) ORDER BY id DESC LIMIT ?""";

    private static final String REPLAY = """
            INSERT INTO webhook_delivery (subscription_id, event_id, event_type, position, next_attempt_at)
            SELECT s.id, o.id, o.type, o.position, now()
            FROM webhook_subscription s JOIN outbox o ON o.position <= s.position AND o.recorded_at >= ?
            WHERE s.id = ? AND (cardinality(s.types) = 0 OR o.type = ANY (s.types)) AND (s.subject IS NULL OR o.aggregateid = s.subject)
            ORDER BY o.position
            ON CONFLICT ON CONSTRAINT webhook_delivery_once_uq
            DO UPDATE SET state = 'PENDING', attempts = 0, next_attempt_at = now(), last_error = NULL""";

    private static final String REMOVE = """
            DELETE FROM webhook_delivery WHERE created_at < clock_timestamp() - interval '30 days'""";

    private final DataSource database;

    Deliveries(DataSource database) {
        this.database = database;
    }

    /** A delivery to make now. */
    record Claimed(long id, UUID subscription, UUID event, int attempts, String url) {}

    /** The subscription is told about what is published from now on. */
    void beginAtEnd(UUID subscription) {
        update("beginning a subscription", BEGIN_AT_END, subscription);
    }

    /** Queues new events for the subscriptions that want them; how many subscriptions were behind. */
    int queueNew() {
        return update("queueing deliveries", QUEUE);
    }

    /** Claims what is due, except for subscriptions that are busy; the caller must report each. */
    List<Claimed> claim(Collection<UUID> busy) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setArray(1, connection.createArrayOf("uuid", busy.toArray()));
            List<Claimed> claimed = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Claimed(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getInt(4),
                            row.getString(5)));
                }
            }
            return claimed;
        } catch (SQLException refused) {
            throw new DatabaseRefused("claiming deliveries", refused);
        }
    }

    void delivered(long id, int status) {
        update("noting a delivery", DELIVERED, status, id);
    }

    /** Notes a failed attempt; it is the last when {@code again} is null. */
    void failed(long id, @Nullable Duration again, @Nullable Integer status, String error) {
        Long millis = again == null ? null : again.toMillis();
        update("noting a failed delivery", FAILED, millis, millis, status, error, id);
    }

    List<Delivery> list(UUID subscription, Delivery.@Nullable State state, long before, int limit) {
        String named = state == null ? null : state.name();
        try (Connection connection = database.getConnection();
                PreparedStatement list = connection.prepareStatement(LIST)) {
            bind(list, subscription, before, named, named, limit);
            List<Delivery> found = new ArrayList<>();
            try (ResultSet row = list.executeQuery()) {
                while (row.next()) {
                    found.add(delivery(row));
                }
            }
            return found;
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading the delivery log", refused);
        }
    }

    /** Queues again what was recorded since {@code from} and looked through already. */
    int replay(UUID subscription, Instant from) {
        return update("replaying deliveries", REPLAY, from.atOffset(ZoneOffset.UTC), subscription);
    }

    /** Forgets deliveries older than 30 days. */
    void removeOld() {
        update("removing old deliveries", REMOVE);
    }

    private int update(String activity, String statement, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            bind(update, parameters);
            return update.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused(activity, refused);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int place = 0; place < parameters.length; place++) {
            statement.setObject(place + 1, parameters[place]);
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_attempt_at"),
                instant(row, "last_attempt_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
