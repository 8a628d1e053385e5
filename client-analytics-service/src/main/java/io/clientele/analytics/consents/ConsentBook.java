package io.clientele.analytics.consents;

import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The statements of clients in the caller's scope. */
@ApplicationScoped
public class ConsentBook {

    private static final String OF = "SELECT * FROM client_consent WHERE client_id = ? ORDER BY said_at DESC, id DESC";
    private static final String OF_ALL = "SELECT * FROM client_consent WHERE client_id = ANY (?)";
    private static final String ADD = """
            INSERT INTO client_consent (id, client_id, purpose, channel, decision, source, said_at, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Statements statements;

    ConsentBook(Statements statements) {
        this.statements = statements;
    }

    /** All a client said, the latest first. */
    @Transactional
    public Consents of(String clientId) {
        return new Consents(statements.rows(OF, ConsentBook::statement, clientId));
    }

    /** All these clients said, by client. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Consents> ofAll(Collection<String> clientIds) {
        Map<String, List<Statement>> said = new HashMap<>();
        statements.rows(
                OF_ALL,
                row -> said.computeIfAbsent(row.getString("client_id"), first -> new ArrayList<>())
                        .add(statement(row)),
                clientIds);
        Map<String, Consents> byClient = new HashMap<>();
        said.forEach((client, all) -> byClient.put(client, new Consents(all)));
        return byClient;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(String clientId, Statement said) {
        statements.update(
                ADD,
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                clientId,
                said.purpose(),
                Objects.requireNonNullElse(said.channel(), ""),
                said.decision().name(),
                said.source(),
                said.saidAt(),
                said.recordedBy(),
                said.recordedAt());
    }

    private static Statement statement(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new Statement(
                row.getString("purpose"),
                channel.isEmpty() ? null : channel,
                Decision.valueOf(row.getString("decision")),
                row.getString("source"),
                Statements.instant(row, "said_at"),
                row.getString("recorded_by"),
                Statements.instant(row, "recorded_at"));
    }
}
