package io.clientele.platform.events;

import io.clientele.platform.json.JsonTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The table of events written with their transaction. One statement takes a whole transaction's events: it moves the
 * sequence of each aggregate on (in a fixed order, so that transactions cannot deadlock) and inserts the rows.
 */
@ApplicationScoped
class Outbox {

    private static final String APPEND = """
            WITH incoming AS (
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], %s, ?::int[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[])
                    WITH ORDINALITY AS e(id, topic, subject, type, payload, bucket, client_id, business_time, correlation_id, causation_id, traceparent, place)),
            counted AS (
                SELECT topic, subject, count(*) AS events FROM incoming GROUP BY topic, subject ORDER BY topic, subject),
            moved AS (
                INSERT INTO event_stream AS s (topic, subject, last_sequence)
                SELECT topic, subject, events FROM counted
                ON CONFLICT (topic, subject) DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
                RETURNING topic, subject, last_sequence)
            INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, bucket, sequence, client_id, business_time, correlation_id, causation_id, traceparent)
            SELECT i.id, i.topic, i.subject, i.type, i.payload, i.bucket,
                   m.last_sequence - c.events + row_number() OVER (PARTITION BY i.topic, i.subject ORDER BY i.place),
                   i.client_id, i.business_time, i.correlation_id, i.causation_id, i.traceparent
            FROM incoming i JOIN counted c USING (topic, subject) JOIN moved m USING (topic, subject)
            ORDER BY i.place""".formatted(JsonTexts.ARRAY);

    private final DataSource database;
    private final OutboxSignal signal;

    Outbox(DataSource database, OutboxSignal signal) {
        this.database = database;
        this.signal = signal;
    }

    void append(List<OutboxEntry> entries) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setArray(1, column(connection, "uuid", entries, OutboxEntry::id));
            statement.setArray(2, column(connection, "text", entries, OutboxEntry::topic));
            statement.setArray(3, column(connection, "text", entries, OutboxEntry::subject));
            statement.setArray(4, column(connection, "text", entries, OutboxEntry::type));
            statement.setString(5, JsonTexts.joined(entries, OutboxEntry::payload));
            statement.setArray(6, column(connection, "int4", entries, OutboxEntry::bucket));
            statement.setArray(7, column(connection, "text", entries, OutboxEntry::clientId));
            statement.setArray(8, column(connection, "timestamptz", entries, e -> Timestamp.from(e.businessTime())));
            statement.setArray(9, column(connection, "text", entries, OutboxEntry::correlationId));
            statement.setArray(10, column(connection, "text", entries, OutboxEntry::causationId));
            statement.setArray(11, column(connection, "text", entries, OutboxEntry::traceparent));
            statement.executeUpdate();
        } catch (SQLException refused) {
            throw new OutboxException(refused);
        }
        signal.afterCommit();
    }

    private static Array column(
            Connection connection, String type, List<OutboxEntry> entries, Function<OutboxEntry, ?> value)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(value).toArray());
    }
}
