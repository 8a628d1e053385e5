package io.clientele.platform.imports;

import io.clientele.platform.imports.ImportFile.Chunk;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables of imports. Works within the transaction in progress. */
@ApplicationScoped
class ImportStore {

    private static final String JOB =
            "SELECT id, kind, format, state, created_by, created_at, finished_at, lines, processed, accepted, duplicates, rejected, failure FROM import_job ";

    private final DataSource database;

    ImportStore(DataSource database) {
        this.database = database;
    }

    /** A chunk to work off, with what is needed to read it. */
    record Task(
            UUID job,
            String kind,
            @Nullable String header,
            String createdBy,
            @Nullable Integer number,
            long firstLine,
            byte[] content) {}

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

    /** Claims the oldest import no other replica is working on, for the transaction in progress, with its next chunk. */
    @Nullable
    Task claim() {
        List<Task> jobs = query(
                """
                WITH job AS (
                    SELECT id, kind, header, created_by FROM import_job WHERE state = 'RUNNING'
                    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                SELECT job.id, job.kind, job.header, job.created_by, c.number, c.first_line, c.content
                FROM job LEFT JOIN LATERAL (
                    SELECT number, first_line, content FROM import_chunk WHERE job_id = job.id ORDER BY number LIMIT 1) c ON true""",
                row -> new Task(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Integer.class),
                        row.getLong(6),
                        row.getBytes(7)));
        return jobs.isEmpty() ? null : jobs.getFirst();
    }

    void worked(Task task, long processed, long duplicates, List<Rejection> rejections) {
        update("DELETE FROM import_chunk WHERE job_id = ? AND number = ?", task.job(), task.number());
        update(
                "UPDATE import_job SET processed = processed + ?, accepted = accepted + ?, duplicates = duplicates + ?, rejected = rejected + ? WHERE id = ?",
                processed,
                processed - duplicates - rejections.size(),
                duplicates,
                (long) rejections.size(),
                task.job());
        for (Rejection rejection : rejections) {
            update(
                    "INSERT INTO import_rejection (job_id, line, code, detail, pointer) VALUES (?, ?, ?, left(?, 500), left(?, 300))",
                    task.job(),
                    rejection.line(),
                    rejection.code(),
                    rejection.detail(),
                    rejection.pointer());
        }
    }

    void completed(UUID job) {
        update("UPDATE import_job SET state = 'COMPLETED', finished_at = clock_timestamp() WHERE id = ?", job);
    }

    void failed(UUID job, String reason) {
        update(
                "UPDATE import_job SET state = 'FAILED', finished_at = clock_timestamp(), failure = left(?, 1000) WHERE id = ?",
                reason,
                job);
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

    private void update(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
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
