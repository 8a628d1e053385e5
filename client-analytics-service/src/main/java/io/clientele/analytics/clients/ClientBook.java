package io.clientele.analytics.clients;

import io.clientele.contracts.clients.ClientState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The book, root of every scope decision, kept in step with the records in their transaction. */
@ApplicationScoped
class ClientBook {

    private static final String OPEN = """
            INSERT INTO client_book (client_id) SELECT id FROM unnest(?::text[]) AS id ORDER BY id
            ON CONFLICT (client_id) DO NOTHING""";

    private static final String OPEN_ASSIGNED = """
            INSERT INTO client_book (client_id, manager, team)
            SELECT client_id, manager, team FROM unnest(?::text[], ?::text[], ?::text[]) AS r(client_id, manager, team)
            ORDER BY client_id ON CONFLICT (client_id) DO NOTHING RETURNING client_id""";

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

    /**
     * As {@link #lock}; clients not known yet are assigned at once.
     *
     * @param last what each client is to be, one state a client
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void lockOrAssign(Collection<ClientState> last) {
        Set<String> known = last.stream().map(ClientState::clientId).collect(Collectors.toSet());
        try (Connection connection = database.getConnection();
                PreparedStatement open = connection.prepareStatement(OPEN_ASSIGNED);
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            bind(open, connection, last);
            try (ResultSet opened = open.executeQuery()) {
                while (opened.next()) {
                    known.remove(opened.getString(1));
                }
            }
            lock.setArray(1, connection.createArrayOf("text", known.toArray()));
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
            bind(assign, connection, clients);
            assign.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException("the client book could not be kept in step", refused);
        }
    }

    private static void bind(PreparedStatement statement, Connection connection, Collection<ClientState> clients)
            throws SQLException {
        statement.setArray(1, column(connection, clients, ClientState::clientId));
        statement.setArray(2, column(connection, clients, ClientState::manager));
        statement.setArray(3, column(connection, clients, ClientState::team));
    }

    private static java.sql.Array column(
            Connection connection, Collection<ClientState> clients, Function<ClientState, @Nullable String> value)
            throws SQLException {
        List<@Nullable String> values = new java.util.ArrayList<>();
        clients.forEach(client -> values.add(value.apply(client)));
        return connection.createArrayOf("text", values.toArray());
    }
}
