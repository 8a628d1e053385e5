package io.clientele.platform.background;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lets one replica at a time do an activity. What the winner reads after winning includes everything the one before it
 * committed; ask first, then read.
 */
@ApplicationScoped
public class OneReplica {

    private static final String CLAIM = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))";

    private final DataSource database;

    OneReplica(DataSource database) {
        this.database = database;
    }

    /** Whether the transaction in progress may do {@code activity}; if so, no other may until it ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean mayDo(String activity) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, "clientele:" + activity);
            try (ResultSet result = claim.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused(activity, refused);
        }
    }
}
