package io.clientele.analytics.segments.membership;

import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Keeps a change of the rules in force apart from transactions that decide, by those rules, whom to mark. A change waits
 * for the latter in flight, and they for it; so the computation after a change sees all activity that was not marked for
 * the new rule, and all later activity is.
 */
@ApplicationScoped
public class RuleChanges {

    private static final int LOCK = 5234;

    private final Statements statements;

    RuleChanges(Statements statements) {
        this.statements = statements;
    }

    /** From here on the transaction in progress alone may change, or read and rely on, the rules in force. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin() {
        statements.run("SELECT pg_advisory_xact_lock(?)", LOCK);
    }

    /** Until the transaction in progress ends, the rules in force stay as they are. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keepOut() {
        statements.run("SELECT pg_advisory_xact_lock_shared(?)", LOCK);
    }
}
