package io.clientele.analytics.consents;

import io.clientele.analytics.clients.Clients;
import io.clientele.contracts.Change;
import io.clientele.platform.audit.Audit;
import io.clientele.platform.database.Statements;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The channels clients like best, in order. */
@ApplicationScoped
public class Preferences {

    private static final String OF = "SELECT channel FROM client_channel_preference WHERE client_id = ? ORDER BY rank";
    private static final String FORGET = "DELETE FROM client_channel_preference WHERE client_id = ?";
    private static final String ADD = """
            INSERT INTO client_channel_preference (client_id, rank, channel)
            SELECT ?, liked.rank, liked.channel FROM unnest(?) WITH ORDINALITY AS liked(channel, rank)""";

    private final Clients clients;
    private final Channels channels;
    private final Statements statements;
    private final Audit audit;

    Preferences(Clients clients, Channels channels, Statements statements, Audit audit) {
        this.clients = clients;
        this.channels = channels;
        this.statements = statements;
        this.audit = audit;
    }

    /**
     * The channels a client likes, the best first.
     *
     * @throws ProblemException 404
     */
    @Transactional
    public List<String> of(String clientId) {
        clients.get(clientId);
        return statements.rows(OF, row -> row.getString("channel"), clientId);
    }

    /**
     * Replaces what a client likes.
     *
     * @param liked codes of channels, each once, the best first
     * @throws ProblemException 404; 422 {@code channel-unknown}
     */
    @Transactional
    public List<String> replace(String clientId, List<String> liked) {
        List<String> before = of(clientId);
        liked.forEach(channels::require);
        statements.update(FORGET, clientId);
        statements.update(ADD, clientId, liked);
        audit.record(
                "replace",
                "client-channel-preference",
                clientId,
                clientId,
                Map.of("channels", new Change(String.join(" ", before), String.join(" ", liked))));
        return liked;
    }
}
