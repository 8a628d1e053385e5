package io.clientele.platform.inbox;

import io.clientele.platform.background.DatabaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Remembers which events a consumer has taken. */
@ApplicationScoped
class InboxTable {

    private static final String ENTER = "INSERT INTO inbox (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String REMOVE = """
            DELETE FROM inbox WHERE (consumer, event_id) IN (
                SELECT consumer, event_id FROM inbox WHERE received_at < clock_timestamp() - interval '30 days' LIMIT ?)""";

    private static final String REMOVE_RESOLVED = """
            DELETE FROM dead_letter WHERE resolved_at < clock_timestamp() - interval '30 days'
            AND (copied_at IS NOT NULL OR NOT poison)""";

    private final DataSource database;

    InboxTable(DataSource database) {
        this.database = database;
    }

    /** False when the consumer has taken the event before; waits for another transaction that is just taking it. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean enter(String consumer, String event) {
        try (Connection connection = database.getConnection();
                PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, consumer);
            enter.setString(2, event);
            return enter.executeUpdate() == 1;
        } catch (SQLException refused) {
            throw new DatabaseRefused("entering the inbox", refused);
        }
    }

    /** Forgets events taken more than 30 days ago; returns how many, at most {@code limit}. */
    @Transactional(Transactional.TxType.MANDATORY)
    int removeOld(int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement resolved = connection.prepareStatement(REMOVE_RESOLVED);
                PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            resolved.executeUpdate();
            remove.setInt(1, limit);
            return remove.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("removing old inbox rows", refused);
        }
    }
}
