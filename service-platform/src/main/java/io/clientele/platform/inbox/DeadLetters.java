package io.clientele.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.background.DatabaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Records a consumer could not take, in order per key. Every method works in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DeadLetters {

    private static final int LONGEST_REASON = 1_000;

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 1))";

    private static final String BLOCKED = """
            SELECT EXISTS (SELECT 1 FROM dead_letter
                           WHERE consumer = ? AND topic = ? AND record_key = ? AND resolved_at IS NULL)""";

    private static final String PARK = """
            INSERT INTO dead_letter (consumer, topic, partition, record_offset, record_time, record_key, headers, payload, reason, poison)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) ON CONFLICT ON CONSTRAINT dead_letter_once_uq DO NOTHING""";

    private static final String COUNT = """
            SELECT count(*) FROM dead_letter
            WHERE consumer = ? AND topic = ? AND record_key = ? AND resolved_at IS NULL""";

    private static final String COLUMNS = """
            SELECT id, consumer, topic, partition, record_offset, record_time, record_key, headers, payload, reason, poison, parked_at, resolved_at
            FROM dead_letter""";

    private final DataSource database;
    private final ObjectMapper json;

    DeadLetters(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Until the transaction ends, nobody else parks or replays records of this key. */
    void lock(String consumer, InboundRecord inbound) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, consumer + "/" + inbound.topic() + "/" + inbound.key());
            lock.execute();
        } catch (SQLException refused) {
            throw new DatabaseRefused("locking a key", refused);
        }
    }

    /** Whether a record of this key waits. */
    boolean isBlocked(String consumer, InboundRecord inbound) {
        try (Connection connection = database.getConnection();
                PreparedStatement blocked = connection.prepareStatement(BLOCKED)) {
            blocked.setString(1, consumer);
            blocked.setString(2, inbound.topic());
            blocked.setString(3, inbound.key());
            try (ResultSet row = blocked.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused("looking for parked records", refused);
        }
    }

    /** Keeps a record aside; once, however often it is delivered. */
    void park(String consumer, InboundRecord inbound, String reason, boolean poison) {
        try (Connection connection = database.getConnection();
                PreparedStatement park = connection.prepareStatement(PARK)) {
            park.setString(1, consumer);
            park.setString(2, inbound.topic());
            park.setInt(3, inbound.partition());
            park.setLong(4, inbound.offset());
            park.setObject(5, inbound.timestamp().atOffset(ZoneOffset.UTC));
            park.setString(6, inbound.key());
            park.setString(7, write(inbound.headers()));
            park.setBytes(8, inbound.payload());
            park.setString(9, shortened(reason));
            park.setBoolean(10, poison);
            park.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("parking a record", refused);
        }
    }

    Optional<DeadLetter> find(long id) {
        return query(COLUMNS + " WHERE id = ?", id).stream().findFirst();
    }

    /** The first record waiting of the key that {@code letter} has; for a record without a key, itself. */
    Optional<DeadLetter> firstWaiting(DeadLetter letter) {
        if (letter.inbound().key() == null) {
            return find(letter.id()).filter(DeadLetter::isWaiting);
        }
        return query(
                        COLUMNS
                                + " WHERE consumer = ? AND topic = ? AND record_key = ? AND resolved_at IS NULL ORDER BY id LIMIT 1",
                        letter.consumer(),
                        letter.inbound().topic(),
                        letter.inbound().key())
                .stream()
                .findFirst();
    }

    /** How many records of the key that {@code letter} has still wait. */
    long countWaiting(DeadLetter letter) {
        if (letter.inbound().key() == null) {
            return firstWaiting(letter).stream().count();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            bind(
                    connection,
                    count,
                    letter.consumer(),
                    letter.inbound().topic(),
                    letter.inbound().key());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused("counting dead letters", refused);
        }
    }

    /** Oldest first. */
    public List<DeadLetter> list(@Nullable String consumer, boolean waiting, long afterId, int limit) {
        return query(
                COLUMNS
                        + " WHERE (?::text IS NULL OR consumer = ?) AND (resolved_at IS NULL) = ? AND id > ? ORDER BY id LIMIT ?",
                consumer,
                consumer,
                waiting,
                afterId,
                limit);
    }

    /** Poison whose copy on the dead-letter topic is still owed; oldest first. */
    List<DeadLetter> uncopied(int limit) {
        return query(COLUMNS + " WHERE poison AND copied_at IS NULL ORDER BY id LIMIT ?", limit);
    }

    void markCopied(List<Long> ids) {
        update("UPDATE dead_letter SET copied_at = clock_timestamp() WHERE id = ANY (?)", (Object)
                ids.toArray(Long[]::new));
    }

    void resolve(long id) {
        update("UPDATE dead_letter SET resolved_at = clock_timestamp() WHERE id = ?", id);
    }

    /** Notes why the record could still not be taken. */
    void stays(long id, String reason) {
        update("UPDATE dead_letter SET reason = ?, poison = true WHERE id = ?", shortened(reason), id);
    }

    private void update(String statement, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            bind(connection, update, parameters);
            update.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("noting a dead letter", refused);
        }
    }

    private List<DeadLetter> query(String statement, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(statement)) {
            bind(connection, query, parameters);
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    letters.add(letter(row));
                }
            }
            return letters;
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading dead letters", refused);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int place = 0; place < parameters.length; place++) {
            Object value =
                    parameters[place] instanceof Long[] ids ? connection.createArrayOf("int8", ids) : parameters[place];
            statement.setObject(place + 1, value);
        }
    }

    private DeadLetter letter(ResultSet row) throws SQLException {
        OffsetDateTime resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getLong("id"),
                row.getString("consumer"),
                new InboundRecord(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        row.getObject("record_time", OffsetDateTime.class).toInstant(),
                        row.getString("record_key"),
                        read(row.getString("headers")),
                        row.getBytes("payload")),
                row.getString("reason"),
                row.getBoolean("poison"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                resolvedAt == null ? null : resolvedAt.toInstant());
    }

    private String write(List<InboundRecord.RecordHeader> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("headers cannot be written", unwritable);
        }
    }

    private List<InboundRecord.RecordHeader> read(String headers) {
        try {
            return json.readValue(headers, new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("headers cannot be read", unreadable);
        }
    }

    private static String shortened(String reason) {
        String printable = reason.replace('\0', ' ');
        return printable.length() <= LONGEST_REASON ? printable : printable.substring(0, LONGEST_REASON);
    }
}
