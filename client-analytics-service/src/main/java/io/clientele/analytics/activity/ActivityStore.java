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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The table of activities as it is written: in bulk, each source id once. Works in the transaction in progress. */
@ApplicationScoped
class ActivityStore {

    private static final String STAGING = """
            CREATE TEMPORARY TABLE IF NOT EXISTS activity_staging (
                source_id varchar(128) COLLATE "C", client_id varchar(64), type varchar(64), occurred_at timestamptz, data jsonb)
            ON COMMIT DELETE ROWS""";

    private static final String MONTHS = """
            SELECT ensure_activity_month(month)
            FROM (SELECT DISTINCT date_trunc('month', occurred_at, 'UTC') AS month FROM activity_staging) AS months""";

    /** Source ids are claimed in order, so that two replicas given the same records after a rebalance cannot deadlock. */
    private static final String WRITE = """
            WITH claimed AS (
                INSERT INTO activity_source (source_id) SELECT source_id FROM activity_staging ORDER BY source_id
                ON CONFLICT (source_id) DO NOTHING
                RETURNING source_id),
            written AS (
                INSERT INTO activity (client_id, occurred_at, source_id, type, data, recorded_at)
                SELECT s.client_id, s.occurred_at, s.source_id, s.type, s.data, ?
                FROM activity_staging s JOIN claimed USING (source_id)
                RETURNING client_id, type, occurred_at)
            SELECT client_id, type, min(occurred_at), max(occurred_at), count(*) FROM written GROUP BY client_id, type
            ORDER BY client_id, type""";

    private static final String KNOWN =
            "SELECT source_id FROM activity_source WHERE source_id = ANY (?::text[] COLLATE \"C\")";

    private final DataSource database;

    ActivityStore(DataSource database) {
        this.database = database;
    }

    /** Which of these source ids were taken before. */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<String> knownSources(Collection<String> sourceIds) {
        Set<String> known = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(KNOWN)) {
            Array ids = connection.createArrayOf("text", sourceIds.toArray());
            query.setArray(1, ids);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
            return known;
        } catch (SQLException refused) {
            throw new DatabaseRefused("looking for known activities", refused);
        }
    }

    /**
     * Writes the activities not taken before; of several with one source id the first.
     *
     * @return what is new, by client and type
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<ActivityTaken.Affected> write(Collection<Activity> activities, Instant now) {
        Map<String, Activity> once = new LinkedHashMap<>();
        activities.forEach(activity -> once.putIfAbsent(activity.sourceId(), activity));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            statement.execute(STAGING);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(ActivityCopy.INTO, new ByteArrayInputStream(ActivityCopy.of(once.values())));
            statement.execute(MONTHS);
            write.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = write.executeQuery()) {
                return affected(row);
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused("writing activities", refused);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static List<ActivityTaken.Affected> affected(ResultSet row) throws SQLException {
        List<ActivityTaken.Affected> affected = new ArrayList<>();
        while (row.next()) {
            affected.add(new ActivityTaken.Affected(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getLong(5)));
        }
        return affected;
    }
}
