package io.clientele.analytics.activity;

import io.clientele.platform.background.DatabaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * How far the sink has come, and how far it must come for an import to be queryable. Kept with the rows themselves, so
 * that the answer is never ahead of them.
 */
@ApplicationScoped
class SinkPositions {

    private static final String REACHED = """
            INSERT INTO activity_sink_position AS p (partition, next_offset)
            SELECT * FROM unnest(?::int[], ?::bigint[]) AS reached(partition, next_offset) ORDER BY partition
            ON CONFLICT (partition) DO UPDATE SET next_offset = greatest(p.next_offset, excluded.next_offset)""";

    private static final String AWAIT = """
            INSERT INTO activity_import_position AS p (job_id, partition, last_offset)
            SELECT ?, * FROM unnest(?::int[], ?::bigint[]) AS sent(partition, last_offset)
            ON CONFLICT (job_id, partition) DO UPDATE SET last_offset = greatest(p.last_offset, excluded.last_offset)""";

    private static final String PASSED = """
            SELECT NOT EXISTS (
                SELECT 1 FROM activity_import_position i LEFT JOIN activity_sink_position s USING (partition)
                WHERE i.job_id = ? AND coalesce(s.next_offset, 0) <= i.last_offset)""";

    private final DataSource database;

    SinkPositions(DataSource database) {
        this.database = database;
    }

    /** Notes, in the transaction that wrote them, the offset after the last record of each partition. */
    @Transactional(Transactional.TxType.MANDATORY)
    void reached(Map<Integer, Long> nextOffsets) {
        try (Connection connection = database.getConnection();
                PreparedStatement note = connection.prepareStatement(REACHED)) {
            bind(note, 1, nextOffsets);
            note.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("noting the sink's position", refused);
        }
    }

    /** Notes the last offsets the broker acknowledged for an import. */
    @Transactional(Transactional.TxType.MANDATORY)
    void await(UUID importId, Map<Integer, Long> lastOffsets) {
        try (Connection connection = database.getConnection();
                PreparedStatement note = connection.prepareStatement(AWAIT)) {
            note.setObject(1, importId);
            bind(note, 2, lastOffsets);
            note.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("noting an import's position", refused);
        }
    }

    /** Whether the sink has written all that was acknowledged for an import so far. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isPast(UUID importId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PASSED)) {
            query.setObject(1, importId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading the sink's position", refused);
        }
    }

    private static void bind(PreparedStatement statement, int first, Map<Integer, Long> offsets) throws SQLException {
        Integer[] partitions = offsets.keySet().toArray(Integer[]::new);
        Long[] values = new Long[partitions.length];
        for (int i = 0; i < partitions.length; i++) {
            values[i] = offsets.get(partitions[i]);
        }
        Connection connection = statement.getConnection();
        statement.setArray(first, connection.createArrayOf("int4", partitions));
        statement.setArray(first + 1, connection.createArrayOf("int8", values));
    }
}
