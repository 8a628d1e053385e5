package io.clientele.analytics.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.database.Statements;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** The runs of models. */
@ApplicationScoped
public class ModelRuns {

    private static final String SELECT = """
            SELECT r.*, r.figures::text AS figures_text, m.kind FROM model_run r JOIN analytics_model m ON m.id = r.model_id
            """;
    private static final String BEGIN = """
            INSERT INTO model_run (id, model_id, number, state, as_of, requested_by, requested_at)
            VALUES (?, ?, ?, 'RUNNING', ?, ?, ?)""";
    private static final String CLAIM =
            SELECT + "WHERE r.state = 'RUNNING' ORDER BY r.requested_at LIMIT 1 FOR UPDATE OF r SKIP LOCKED";
    private static final String LAST_IN_FORCE =
            SELECT + "WHERE r.model_id = ? AND r.in_force_from IS NOT NULL ORDER BY r.in_force_from DESC LIMIT 1";
    private static final String COMPLETE = """
            UPDATE model_run SET state = 'COMPLETED', finished_at = ?, in_force_from = ?, clients = ?, left_out = ?,
                error = ?, figures = ?::jsonb WHERE id = ?""";
    private static final String FAIL = "UPDATE model_run SET state = 'FAILED', finished_at = ?, error = ? WHERE id = ?";
    private static final String PAGE = SELECT + """
            WHERE r.model_id = ? AND (?::uuid IS NULL OR r.id < ?) ORDER BY r.id DESC LIMIT ?""";

    private final Statements statements;
    private final ObjectMapper json;

    ModelRuns(Statements statements, ObjectMapper json) {
        this.statements = statements;
        this.json = json;
    }

    /** A run to be worked off. */
    UUID begin(UUID modelId, int version, Instant asOf, String requestedBy, Instant now) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        statements.update(BEGIN, id, modelId, version, asOf, requestedBy, now);
        return id;
    }

    /**
     * The run.
     *
     * @throws ProblemException 404
     */
    @Transactional
    public ModelRun get(UUID id) {
        return first(statements.rows(SELECT + "WHERE r.id = ?", this::run, id)).orElseThrow(ProblemException::notFound);
    }

    /** The runs of a model, the newest first. */
    @Transactional
    public List<ModelRun> page(UUID modelId, @Nullable UUID before, int atMost) {
        return statements.rows(PAGE, this::run, modelId, before, before, atMost);
    }

    /** A run nobody else has in hand. */
    Optional<ModelRun> claim() {
        return first(statements.rows(CLAIM, this::run));
    }

    /** The run of a model that came into force last. */
    Optional<ModelRun> lastInForce(UUID modelId) {
        return first(statements.rows(LAST_IN_FORCE, this::run, modelId));
    }

    void complete(ModelRun run, ModelMethod.Scored scored, boolean inForce, Instant now) {
        statements.update(
                COMPLETE,
                now,
                inForce ? now : null,
                (long) scored.byClient().size(),
                scored.leftOut(),
                cut(scored.error()),
                scored.figures().toString(),
                run.id());
    }

    void fail(UUID id, String error, Instant now) {
        statements.update(FAIL, now, cut(error), id);
    }

    private static @Nullable String cut(@Nullable String error) {
        return error == null || error.length() <= 1_000 ? error : error.substring(0, 1_000);
    }

    private static Optional<ModelRun> first(List<ModelRun> runs) {
        return runs.stream().findFirst();
    }

    private ModelRun run(ResultSet row) throws SQLException {
        return new ModelRun(
                Statements.uuid(row, "id"),
                Statements.uuid(row, "model_id"),
                ModelKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                ModelRun.State.valueOf(row.getString("state")),
                Statements.instant(row, "as_of"),
                row.getString("requested_by"),
                Statements.instant(row, "requested_at"),
                optional(row, "finished_at"),
                optional(row, "in_force_from"),
                row.getLong("clients"),
                row.getLong("left_out"),
                row.getString("error"),
                read(row.getString("figures_text")));
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private JsonNode read(String figures) {
        try {
            return json.readTree(figures);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("stored figures are no JSON", unreadable);
        }
    }
}
