package io.clientele.analytics.segments.membership;

import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Goes through all clients in the caller's scope, in order of their number. */
@ApplicationScoped
public class ClientRanges {

    private static final String NEXT = "SELECT client_id FROM client WHERE client_id > ? ORDER BY client_id LIMIT ?";

    private final Statements statements;

    ClientRanges(Statements statements) {
        this.statements = statements;
    }

    /** The next clients after a number; none when there are no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> after(String clientId, int atMost) {
        return statements.rows(NEXT, row -> row.getString("client_id"), clientId, atMost);
    }
}
