package io.clientele.analytics.segments.membership;

import io.clientele.analytics.activity.ActivityTaken;
import io.clientele.analytics.clients.ClientChanged;
import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to clients since they were last judged: noted in the transaction in which it happened. */
@ApplicationScoped
class Marks {

    private static final String NOTE_ACTIVITY = """
            INSERT INTO segment_mark (client_id, activity_type)
            SELECT DISTINCT taken.client_id, taken.type FROM unnest(?, ?) AS taken(client_id, type)
            WHERE EXISTS (
                SELECT 1 FROM segment s JOIN segment_version v ON v.segment_id = s.id AND v.number = s.active_version
                WHERE taken.type = ANY (v.activity_types))""";

    private static final String NOTE_RECORDS = """
            INSERT INTO segment_mark (client_id)
            SELECT id FROM unnest(?) AS id WHERE EXISTS (SELECT 1 FROM segment WHERE state = 'ACTIVE')""";

    private static final String TAKE =
            "DELETE FROM segment_mark WHERE client_id = ANY (?) RETURNING client_id, activity_type";

    private final Statements statements;
    private final RuleChanges ruleChanges;
    private final CommitSignal noted;

    Marks(Statements statements, RuleChanges ruleChanges, TransactionSynchronizationRegistry transactions) {
        this.statements = statements;
        this.ruleChanges = ruleChanges;
        this.noted = new CommitSignal(transactions);
    }

    /** A client to judge anew because of activity of a type, or because the record changed (null). */
    record Mark(String clientId, @Nullable String activityType) {}

    /** Calls {@code listener} after a transaction that noted something has committed here. */
    void onNoted(Runnable listener) {
        noted.add(listener);
    }

    void note(@Observes ActivityTaken taken) {
        List<String> clients = new ArrayList<>();
        List<String> types = new ArrayList<>();
        taken.affected().forEach(affected -> {
            clients.add(affected.clientId());
            types.add(affected.type());
        });
        ruleChanges.keepOut();
        noted(statements.update(NOTE_ACTIVITY, clients, types));
    }

    void note(@Observes ClientChanged changed) {
        ruleChanges.keepOut();
        noted(statements.update(NOTE_RECORDS, changed.clientIds()));
    }

    private void noted(int marks) {
        if (marks > 0) {
            noted.afterThisTransaction();
        }
    }

    /** Takes the marks of clients that are locked; gone when the transaction commits. */
    List<Mark> take(Collection<String> lockedClients) {
        return statements.rows(
                TAKE, row -> new Mark(row.getString("client_id"), row.getString("activity_type")), lockedClients);
    }
}
