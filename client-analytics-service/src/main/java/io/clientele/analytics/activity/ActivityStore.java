package io.clientele.analytics.activity;

import io.clientele.platform.background.DatabaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The table of activities as it is written: in bulk, each source id once. Works in the transaction in progress. */
@ApplicationScoped
class ActivityStore {

    private static final String STAGING = """
            CREATE TEMPORARY TABLE IF NOT EXISTS activity_staging (
                place integer, source_id varchar(128) COLLATE "C", client_id varchar(64), type varchar(64), occurred_at timestamptz,
                data jsonb)
            ON COMMIT DELETE ROWS""";

    private static final String MONTHS = "SELECT ensure_activity_month(month) FROM unnest(?::timestamptz[]) AS month";

    /** Source ids are claimed in order, so that two batches with the same ones cannot deadlock. */
    private static final String WRITE = """
            WITH claimed AS (
                INSERT INTO activity_source (source_id) SELECT source_id FROM activity_staging ORDER BY source_id
                ON CONFLICT (source_id) DO NOTHING
                RETURNING source_id),
            fresh AS MATERIALIZED (SELECT s.* FROM activity_staging s JOIN claimed USING (source_id)),
            written AS (
                INSERT INTO activity (client_id, occurred_at, source_id, type, data, recorded_at)
                SELECT client_id, occurred_at, source_id, type, data, ? FROM fresh)
            SELECT array_agg(place) FROM fresh""";

    private static final String KNOWN =
            "SELECT source_id FROM activity_source WHERE source_id = ANY (?::text[] COLLATE \"C\")";

    private static final String UNKNOWN = """
            SELECT id FROM unnest(?::text[]) AS id
            WHERE NOT EXISTS (SELECT 1 FROM activity_source s WHERE s.source_id = id COLLATE "C")""";

    private final DataSource database;

    ActivityStore(DataSource database) {
        this.database = database;
    }

    /** Which of these source ids were taken before. */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<String> knownSources(Collection<String> sourceIds) {
        return sources(KNOWN, sourceIds);
    }

    /** Which of these source ids were never taken. */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<String> unknownSources(Collection<String> sourceIds) {
        return sources(UNKNOWN, sourceIds);
    }

    private Set<String> sources(String which, Collection<String> sourceIds) {
        Set<String> found = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(which)) {
            query.setArray(1, connection.createArrayOf("text", sourceIds.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException refused) {
            throw new DatabaseRefused("looking for known activities", refused);
        }
    }

    /**
     * Writes the activities not taken before; of several with one source id the first.
     *
     * @param places those to write
     * @return the places of those that are new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    BitSet write(List<Activity> activities, BitSet places, Instant now) {
        BitSet once = firstOfEachSource(activities, places);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement months = connection.prepareStatement(MONTHS);
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            statement.execute(STAGING);
            byte[] rows = ActivityCopy.of(activities, once);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(ActivityCopy.INTO, new ByteArrayInputStream(rows), rows.length);
            months.setArray(1, connection.createArrayOf("timestamptz", months(activities, once)));
            months.execute();
            write.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = write.executeQuery()) {
                return row.next() ? bits(row.getArray(1)) : new BitSet();
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused("writing activities", refused);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static BitSet firstOfEachSource(List<Activity> activities, BitSet places) {
        Set<String> seen = HashSet.newHashSet(activities.size());
        BitSet first = new BitSet(activities.size());
        places.stream()
                .filter(place -> seen.add(activities.get(place).sourceId()))
                .forEach(first::set);
        return first;
    }

    private static Object[] months(List<Activity> activities, BitSet places) {
        return places.stream()
                .mapToObj(place -> activities.get(place).occurredAt().atOffset(ZoneOffset.UTC))
                .map(at -> OffsetDateTime.of(at.getYear(), at.getMonthValue(), 1, 0, 0, 0, 0, ZoneOffset.UTC))
                .distinct()
                .sorted()
                .toArray();
    }

    private static BitSet bits(@Nullable Array places) throws SQLException {
        BitSet bits = new BitSet();
        if (places != null) {
            for (Integer place : (Integer[]) places.getArray()) {
                bits.set(place);
            }
        }
        return bits;
    }
}
