package io.clientele.analytics.clients;

import io.clientele.contracts.clients.ClientState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The book, root of every scope decision, kept in step with the records in their transaction. */
@ApplicationScoped
class ClientBook {

    private static final String OPEN = """
            INSERT INTO client_book (client_id) SELECT id FROM unnest(?::text[]) AS id ORDER BY id
            ON CONFLICT (client_id) DO NOTHING""";

    private static final String LOCK =
            "SELECT client_id FROM client_book WHERE client_id = ANY (?::text[]) ORDER BY client_id FOR UPDATE";

    private static final String ASSIGN = """
            UPDATE client_book b SET manager = r.manager, team = r.team
            FROM unnest(?::text[], ?::text[], ?::text[]) AS r(client_id, manager, team)
            WHERE b.client_id = r.client_id AND (b.manager, b.team) IS DISTINCT FROM (r.manager, r.team)""";

    private final DataSource database;

    ClientBook(DataSource database) {
        this.database = database;
    }

    /**
     * Lets one transaction at a time work on each of these clients, also on those not known yet. Taken in a fixed order, so
     * that batches cannot deadlock.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(Collection<String> clientIds) {
        try (Connection connection = database.getConnection();
                PreparedStatement open = connection.prepareStatement(OPEN);
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            var ids = connection.createArrayOf("text", clientIds.toArray());
            open.setArray(1, ids);
            open.executeUpdate();
            lock.setArray(1, ids);
            lock.executeQuery().close();
        } catch (SQLException refused) {
            throw new IllegalStateException("the client book could not be locked", refused);
        }
    }

    /** Notes who looks after these clients now. */
    @Transactional(Transactional.TxType.MANDATORY)
    void assign(Collection<ClientState> clients) {
        try (Connection connection = database.getConnection();
                PreparedStatement assign = connection.prepareStatement(ASSIGN)) {
            assign.setArray(1, column(connection, clients, ClientState::clientId));
            assign.setArray(2, column(connection, clients, ClientState::manager));
            assign.setArray(3, column(connection, clients, ClientState::team));
            assign.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException("the client book could not be kept in step", refused);
        }
    }

    private static java.sql.Array column(
            Connection connection, Collection<ClientState> clients, Function<ClientState, @Nullable String> value)
            throws SQLException {
        List<@Nullable String> values = new java.util.ArrayList<>();
        clients.forEach(client -> values.add(value.apply(client)));
        return connection.createArrayOf("text", values.toArray());
    }
}
