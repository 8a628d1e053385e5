package io.clientele.analytics.segments.membership;

import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The computations of everybody, one per segment, resumable after a kill. */
@ApplicationScoped
public class Calculations {

    private static final String BEGIN = """
            INSERT INTO segment_calculation AS c (segment_id, number, kind, state, started_at, clients)
            VALUES (?, ?, ?, 'RUNNING', ?, (SELECT count(*) FROM client))
            ON CONFLICT (segment_id) DO UPDATE SET
                number = excluded.number,
                kind = CASE WHEN c.state = 'RUNNING' AND c.number = excluded.number AND excluded.kind = 'REFERENCES'
                    THEN c.kind ELSE excluded.kind END,
                state = 'RUNNING', started_at = excluded.started_at,
                finished_at = NULL, after_client = '', clients = excluded.clients, processed = 0, entered = 0, departed = 0,
                last_error = NULL, last_error_at = NULL""";

    private static final String CLAIM = """
            SELECT c.segment_id, s.name, c.number, c.kind, c.after_client
            FROM segment_calculation c JOIN segment s ON s.id = c.segment_id
            WHERE c.state = 'RUNNING' ORDER BY c.last_error_at NULLS FIRST, c.started_at
            LIMIT 1 FOR UPDATE OF c SKIP LOCKED""";

    private static final String PROGRESS = """
            UPDATE segment_calculation SET after_client = ?, processed = processed + ?, entered = entered + ?,
                departed = departed + ? WHERE segment_id = ?""";

    private static final String COMPLETE =
            "UPDATE segment_calculation SET state = 'COMPLETED', finished_at = ? WHERE segment_id = ?";

    private static final String FAIL = "UPDATE segment_calculation SET last_error = ?, last_error_at = ?"
            + " WHERE segment_id = ? AND state = 'RUNNING'";

    private static final String FIND = """
            SELECT c.*, u.clients AS undetermined, u.reason, u.since FROM segment_calculation c
            CROSS JOIN LATERAL (
                SELECT count(*) AS clients, max(since) AS since, (array_agg(reason ORDER BY since DESC, client_id))[1] AS reason
                FROM segment_undetermined WHERE segment_id = c.segment_id) u
            WHERE c.segment_id = ?""";

    private final Statements statements;
    private final CommitSignal begun;

    Calculations(Statements statements, TransactionSynchronizationRegistry transactions) {
        this.statements = statements;
        this.begun = new CommitSignal(transactions);
    }

    /** Calls {@code listener} after a transaction that began a computation has committed here. */
    void onBegun(Runnable listener) {
        begun.add(listener);
    }

    /** The next slice of work of one computation, claimed by the transaction in progress. */
    record Task(RuleVersion rule, CalculationKind kind, String afterClient) {

        UUID segmentId() {
            return rule.segmentId();
        }
    }

    /** Has everybody computed anew, in place of a computation that still runs for the segment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(UUID segmentId, int version, CalculationKind kind, Instant now) {
        statements.update(BEGIN, segmentId, version, kind.name(), now);
        begun.afterThisTransaction();
    }

    /** The latest computation for a segment. */
    @Transactional
    public Optional<Calculation> find(UUID segmentId) {
        return statements.rows(FIND, Calculations::calculation, segmentId).stream()
                .findFirst();
    }

    /** Work that no other replica has in hand. */
    Optional<Task> claim() {
        return statements
                .rows(
                        CLAIM,
                        row -> new Task(
                                new RuleVersion(
                                        Statements.uuid(row, "segment_id"),
                                        row.getString("name"),
                                        row.getInt("number")),
                                CalculationKind.valueOf(row.getString("kind")),
                                row.getString("after_client")))
                .stream()
                .findFirst();
    }

    void worked(Task task, List<String> slice, long entered, long left) {
        statements.update(PROGRESS, slice.getLast(), (long) slice.size(), entered, left, task.segmentId());
    }

    void complete(Task task, Instant now) {
        statements.update(COMPLETE, now, task.segmentId());
    }

    void failed(Task task, String error, Instant now) {
        statements.update(FAIL, error.length() <= 1_000 ? error : error.substring(0, 1_000), now, task.segmentId());
    }

    private static Calculation calculation(ResultSet row) throws SQLException {
        String ownError = row.getString("last_error");
        return new Calculation(
                Statements.uuid(row, "segment_id"),
                row.getInt("number"),
                CalculationKind.valueOf(row.getString("kind")),
                row.getString("state").equals("RUNNING"),
                Statements.instant(row, "started_at"),
                optional(row, "finished_at"),
                row.getLong("clients"),
                row.getLong("processed"),
                row.getLong("entered"),
                row.getLong("departed"),
                row.getLong("undetermined"),
                ownError != null ? ownError : row.getString("reason"),
                optional(row, ownError != null ? "last_error_at" : "since"));
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
