package io.clientele.platform.clients;

import io.clientele.contracts.clients.ClientRegistered;
import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.ClientUpdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the replica of client records, and the books that decide who sees whom, in step with client events. Events may
 * come twice or out of order: what is older than the record already held changes nothing. Works in the transaction in
 * progress, which must reach every client.
 */
@ApplicationScoped
public class ClientReplica {

    /** Record, book and person move together: each later part sees a row only when the record was newer. */
    private static final String STORE = """
            WITH stored AS (
                INSERT INTO client AS known (client_id, type, legal_name, lei, nace, domicile, branch, manager, team,
                    tier, kyc_status, parent_id, ownership, relationship_since, source, as_of, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (client_id) DO UPDATE SET
                    type = excluded.type, legal_name = excluded.legal_name, lei = excluded.lei, nace = excluded.nace,
                    domicile = excluded.domicile, branch = excluded.branch, manager = excluded.manager,
                    team = excluded.team, tier = excluded.tier, kyc_status = excluded.kyc_status,
                    parent_id = excluded.parent_id, ownership = excluded.ownership,
                    relationship_since = excluded.relationship_since, source = excluded.source,
                    as_of = excluded.as_of, sequence = excluded.sequence
                WHERE known.sequence < excluded.sequence
                RETURNING client_id, type, manager, team),
            booked AS (
                INSERT INTO client_book (client_id, manager, team)
                SELECT client_id, manager, team FROM stored
                ON CONFLICT (client_id) DO UPDATE SET manager = excluded.manager, team = excluded.team),
            named AS (
                INSERT INTO client_person (client_id, name, birth_date, sex)
                SELECT client_id, ?, ?, ? FROM stored WHERE type = 'PERSON'
                ON CONFLICT (client_id) DO UPDATE SET
                    name = excluded.name, birth_date = excluded.birth_date, sex = excluded.sex),
            unnamed AS (
                DELETE FROM client_person
                WHERE client_id IN (SELECT client_id FROM stored WHERE type <> 'PERSON'))
            SELECT client_id FROM stored""";

    private final DataSource database;

    ClientReplica(DataSource database) {
        this.database = database;
    }

    /**
     * Takes a new client.
     *
     * @param sequence the event's number among those of its client, from 1
     * @return false when a record as new or newer was held already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean apply(ClientRegistered event, long sequence) {
        return store(event.client(), event.actor(), event.occurredAt(), sequence);
    }

    /**
     * Takes a client's record after a change.
     *
     * @param sequence the event's number among those of its client, from 1
     * @return false when a record as new or newer was held already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean apply(ClientUpdated event, long sequence) {
        return store(event.client(), event.actor(), event.occurredAt(), sequence);
    }

    private boolean store(ClientState client, String source, Instant asOf, long sequence) {
        boolean person = client.type() == ClientType.PERSON;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setString(1, client.clientId());
            statement.setString(2, client.type().name());
            statement.setString(3, person ? null : client.name());
            statement.setString(4, client.lei());
            statement.setString(5, client.nace());
            statement.setString(6, client.domicile());
            statement.setString(7, client.branch());
            statement.setString(8, client.manager());
            statement.setString(9, client.team());
            statement.setString(10, client.tier());
            statement.setString(11, name(client.kycStatus()));
            statement.setString(12, client.parentId());
            statement.setBigDecimal(13, client.ownership());
            statement.setObject(14, client.relationshipSince(), Types.DATE);
            statement.setString(15, source);
            statement.setTimestamp(16, Timestamp.from(asOf));
            statement.setLong(17, sequence);
            statement.setString(18, client.name());
            statement.setObject(19, client.birthDate(), Types.DATE);
            statement.setString(20, name(client.sex()));
            return statement.executeQuery().next();
        } catch (SQLException refused) {
            throw new ClientReplicaException(refused);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** The record could not be stored; the cause tells whether trying again helps. */
    private static final class ClientReplicaException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClientReplicaException(SQLException cause) {
            super("client record could not be stored", cause);
        }
    }
}
