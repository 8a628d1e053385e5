package io.clientele.analytics.scores;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scores of clients in the caller's scope. */
@ApplicationScoped
public class Scores {

    private static final int AT_ONCE = 5_000;

    private static final String WRITE = """
            INSERT INTO client_score (run_id, client_id, scores)
            SELECT ?, s.client_id, s.scores::jsonb FROM unnest(?, ?) AS s(client_id, scores)""";
    private static final String SELECT = """
            SELECT r.model_id, r.id AS run_id, s.client_id, r.as_of, r.in_force_from, s.scores::text AS scores
            FROM client_score s JOIN model_run r ON r.id = s.run_id
            """;
    private static final String IN_FORCE =
            SELECT + "WHERE r.model_id = ANY (?::uuid[]) AND s.client_id = ANY (?) AND r.in_force_from IS NOT NULL";
    private static final String RUNS = """
            SELECT model_id, in_force_from FROM model_run
            WHERE model_id = ANY (?::uuid[]) AND in_force_from IS NOT NULL""";
    private static final String OF_RUN = SELECT + """
            WHERE s.run_id = ? AND s.client_id > ? AND (?::text IS NULL OR s.scores ->> ? = ?)
            ORDER BY s.client_id LIMIT ?""";
    private static final String OF_CLIENT = """
            SELECT DISTINCT ON (model_id) * FROM (%s WHERE s.client_id = ? AND r.in_force_from IS NOT NULL) AS scored
            ORDER BY model_id, in_force_from DESC""".formatted(SELECT);

    private final Statements statements;
    private final ObjectMapper json;
    private final Event<ScoresPublished> published;

    Scores(Statements statements, ObjectMapper json, Event<ScoresPublished> published) {
        this.statements = statements;
        this.json = json;
        this.published = published;
    }

    /** Writes what a run says, by client. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(UUID runId, Map<String, JsonNode> byClient) {
        List<String> clients = new ArrayList<>();
        List<String> scores = new ArrayList<>();
        byClient.forEach((client, score) -> {
            clients.add(client);
            scores.add(score.toString());
        });
        for (int from = 0; from < clients.size(); from += AT_ONCE) {
            int to = Math.min(clients.size(), from + AT_ONCE);
            statements.update(WRITE, runId, clients.subList(from, to), scores.subList(from, to));
        }
    }

    /** Tells whoever relies on a model that a run of it is in force now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(UUID modelId) {
        published.fire(new ScoresPublished(modelId));
    }

    /** A run of a model that is or was in force. */
    public record RunInForce(UUID modelId, Instant inForceFrom) {}

    /** The runs of these models that are or were in force. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RunInForce> runs(Collection<UUID> models) {
        return statements.rows(
                RUNS,
                row -> new RunInForce(Statements.uuid(row, "model_id"), Statements.instant(row, "in_force_from")),
                models);
    }

    /** Whether there is such a model. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hasModel(UUID model) {
        return !statements
                .rows("SELECT id FROM analytics_model WHERE id = ?", row -> Statements.uuid(row, "id"), model)
                .isEmpty();
    }

    /** Every score of these clients by runs of these models that are or were in force. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ClientScore> inForce(Collection<UUID> models, Collection<String> clientIds) {
        return statements.rows(IN_FORCE, this::score, models, clientIds);
    }

    /**
     * A page of a run's scores, in order of the client number.
     *
     * @param name only those whose score of this name is {@code value}; null = all
     */
    @Transactional
    public List<ClientScore> ofRun(
            UUID runId, @Nullable String name, @Nullable String value, @Nullable String after, int atMost) {
        return statements.rows(OF_RUN, this::score, runId, after == null ? "" : after, name, name, value, atMost);
    }

    /** A client's newest scores in force, one of each model. */
    @Transactional
    public List<ClientScore> ofClient(String clientId) {
        return statements.rows(OF_CLIENT, this::score, clientId);
    }

    private ClientScore score(ResultSet row) throws SQLException {
        OffsetDateTime inForce = row.getObject("in_force_from", OffsetDateTime.class);
        return new ClientScore(
                Statements.uuid(row, "model_id"),
                Statements.uuid(row, "run_id"),
                row.getString("client_id"),
                Statements.instant(row, "as_of"),
                inForce == null ? null : inForce.toInstant(),
                read(row.getString("scores")));
    }

    private JsonNode read(String scores) {
        try {
            return json.readTree(scores);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("stored scores are no JSON", unreadable);
        }
    }
}
