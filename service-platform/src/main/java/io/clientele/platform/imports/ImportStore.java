package io.clientele.platform.imports;

import io.clientele.platform.imports.ImportFile.Chunk;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables of imports. Works within the transaction in progress. */
@ApplicationScoped
class ImportStore {

    private static final String JOB =
            "SELECT id, kind, format, state, created_by, created_at, finished_at, lines, processed, accepted, duplicates, rejected, failure FROM import_job ";

    /** A chunk somebody holds is passed over; whoever deleted or stored it meanwhile is noticed by the lock. */
    private static final String CLAIM = """
            SELECT j.id, j.header, j.created_by, c.number, c.first_line, c.content
            FROM import_job j JOIN import_chunk c ON c.job_id = j.id
            WHERE j.kind = ?
              AND (j.state = 'RUNNING'
                   OR (j.state = 'FAILED' AND EXISTS (
                       SELECT 1 FROM import_chunk_taken t WHERE t.job_id = c.job_id AND t.number = c.number)))
              AND (? OR c.number = (SELECT min(number) FROM import_chunk WHERE job_id = j.id))
            ORDER BY j.created_at, j.id, c.number LIMIT 1
            FOR NO KEY UPDATE OF c SKIP LOCKED""";

    private static final String REJECT = """
            INSERT INTO import_rejection (job_id, line, code, detail, pointer)
            SELECT ?, line, code, left(detail, 500), left(pointer, 300)
            FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) AS r(line, code, detail, pointer)""";

    private final DataSource database;

    ImportStore(DataSource database) {
        this.database = database;
    }

    /** A chunk to work off, with what is needed to read it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Task(UUID job, @Nullable String header, String createdBy, int number, long firstLine, byte[] content) {}

    void begin(
            UUID id,
            String kind,
            ImportFormat format,
            String createdBy,
            @Nullable String header,
            @Nullable String key) {
        update(
                "INSERT INTO import_job (id, kind, format, header, state, created_by, created_at, idempotency_key) VALUES (?, ?, ?, ?, 'RECEIVING', ?, clock_timestamp(), ?)",
                id,
                kind,
                format.name(),
                header,
                createdBy,
                key);
    }

    void add(UUID job, int number, Chunk chunk) {
        update(
                "INSERT INTO import_chunk (job_id, number, first_line, content) VALUES (?, ?, ?, ?)",
                job,
                number,
                chunk.firstLine(),
                chunk.content());
    }

    void received(UUID job, long lines, byte[] contentHash) {
        update(
                "UPDATE import_job SET state = 'RUNNING', lines = ?, content_hash = ? WHERE id = ?",
                lines,
                contentHash,
                job);
    }

    void discard(UUID job) {
        update("DELETE FROM import_job WHERE id = ? AND state = 'RECEIVING'", job);
    }

    /** Removes uploads that were cut off, after a day. */
    void discardCutOff() {
        update(
                "DELETE FROM import_job WHERE state = 'RECEIVING' AND created_at < clock_timestamp() - interval '1 day'");
    }

    @Nullable
    ImportJob find(String kind, UUID id) {
        return one(JOB + "WHERE kind = ? AND id = ?", kind, id);
    }

    @Nullable
    ImportJob findByKey(String kind, String createdBy, String key) {
        return one(JOB + "WHERE kind = ? AND created_by = ? AND idempotency_key = ?", kind, createdBy, key);
    }

    byte @Nullable [] contentHash(UUID id) {
        return query("SELECT content_hash FROM import_job WHERE id = ?", row -> row.getBytes(1), id).stream()
                .findFirst()
                .orElse(null);
    }

    List<Rejection> rejections(UUID job, long afterLine, int limit) {
        return query(
                "SELECT line, code, detail, pointer FROM import_rejection WHERE job_id = ? AND line > ? ORDER BY line LIMIT ?",
                row -> new Rejection(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                job,
                afterLine,
                limit);
    }

    /**
     * Claims, for the transaction in progress, the next chunk of the oldest import that no other transaction holds. Chunks of
     * a failed import are left alone, but for those whose lines are stored and not published.
     *
     * @param inAnyOrder whether chunks behind one that is held may be claimed
     */
    @Nullable
    Task claim(String kind, boolean inAnyOrder) {
        List<Task> chunks = query(
                CLAIM,
                row -> new Task(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getBytes(6)),
                kind,
                inAnyOrder);
        return chunks.isEmpty() ? null : chunks.getFirst();
    }

    /** The lines of a chunk that are to be published, by place; null when it has not been taken yet. */
    @Nullable
    BitSet toPublish(Task task) {
        return query(
                        "SELECT to_publish FROM import_chunk_taken WHERE job_id = ? AND number = ?",
                        row -> BitSet.valueOf(row.getBytes(1)),
                        task.job(),
                        task.number())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Notes what became of a chunk, in the transaction of its effects. */
    void taken(Task task, long processed, long duplicates, List<Rejection> rejections, BitSet toPublish) {
        update(
                "INSERT INTO import_chunk_taken (job_id, number, to_publish) VALUES (?, ?, ?)",
                task.job(),
                task.number(),
                toPublish.toByteArray());
        if (!rejections.isEmpty()) {
            reject(task.job(), rejections);
        }
        update(
                "UPDATE import_job SET processed = processed + ?, accepted = accepted + ?, duplicates = duplicates + ?, rejected = rejected + ? WHERE id = ?",
                processed,
                processed - duplicates - rejections.size(),
                duplicates,
                (long) rejections.size(),
                task.job());
    }

    private void reject(UUID job, List<Rejection> rejections) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(REJECT)) {
            insert.setObject(1, job);
            insert.setArray(2, column(connection, "int8", rejections, Rejection::line));
            insert.setArray(3, column(connection, "text", rejections, Rejection::code));
            insert.setArray(4, column(connection, "text", rejections, Rejection::detail));
            insert.setArray(5, column(connection, "text", rejections, Rejection::pointer));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("rejected lines cannot be noted", failure);
        }
    }

    private static Array column(
            Connection connection, String type, List<Rejection> rejections, Function<Rejection, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rejections.stream().map(value).toArray());
    }

    /** Removes a chunk that is done. */
    void remove(Task task) {
        update("DELETE FROM import_chunk WHERE job_id = ? AND number = ?", task.job(), task.number());
    }

    /** Completes the imports of which nothing is left to do, also not in another transaction; whether there were any. */
    boolean complete(String kind) {
        return update("""
                        UPDATE import_job j SET state = 'COMPLETED', finished_at = clock_timestamp()
                        WHERE kind = ? AND state = 'RUNNING' AND NOT EXISTS (SELECT 1 FROM import_chunk WHERE job_id = j.id)""", kind) > 0;
    }

    /** Ends an import; what of it nobody has in hand and is not stored will not be. */
    void failed(UUID job, String reason) {
        update(
                "UPDATE import_job SET state = 'FAILED', finished_at = clock_timestamp(), failure = left(?, 1000) WHERE id = ? AND state = 'RUNNING'",
                reason,
                job);
        discardFailed();
    }

    /** Removes what is left of failed imports, but for what is stored and not published. */
    void discardFailed() {
        update("""
                DELETE FROM import_chunk WHERE (job_id, number) IN (
                    SELECT c.job_id, c.number FROM import_chunk c JOIN import_job j ON j.id = c.job_id
                    WHERE j.state = 'FAILED' AND NOT EXISTS (
                        SELECT 1 FROM import_chunk_taken t WHERE t.job_id = c.job_id AND t.number = c.number)
                    FOR UPDATE OF c SKIP LOCKED)""");
    }

    private @Nullable ImportJob one(String sql, Object... values) {
        List<ImportJob> found = query(sql, ImportStore::job, values);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject(1, UUID.class),
                row.getString(2),
                ImportFormat.valueOf(row.getString(3)),
                ImportState.valueOf(row.getString(4)),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                instant(row.getTimestamp(7)),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getString(13));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> reader, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("imports cannot be read", failure);
        }
    }

    private int update(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("imports cannot be written", failure);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
