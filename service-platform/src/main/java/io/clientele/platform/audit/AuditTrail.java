package io.clientele.platform.audit;

import io.clientele.platform.background.DatabaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The written audit trail: its records and its chain. Every method works in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditTrail {

    private static final String SEAL = """
            WITH sealed AS (
                UPDATE audit_record r SET position = s.position, hash = s.hash
                FROM unnest(?::bigint[], ?::bigint[], ?::bytea[]) AS s(id, position, hash) WHERE r.id = s.id)
            UPDATE audit_chain SET position = ?, hash = ?""";

    private final DataSource database;

    AuditTrail(DataSource database) {
        this.database = database;
    }

    /**
     * Records, newest first.
     *
     * @param before only records with a lower id
     */
    public List<AuditRecord> list(
            @Nullable String resourceType,
            @Nullable String resourceId,
            @Nullable String actor,
            long before,
            int limit) {
        List<Object> parameters = new ArrayList<>(List.of(before));
        StringBuilder where = new StringBuilder(" WHERE id < ?");
        restrict(where, parameters, "resource_type", resourceType);
        restrict(where, parameters, "resource_id", resourceId);
        restrict(where, parameters, "actor", actor);
        parameters.add(limit);
        return query(where + " ORDER BY id DESC LIMIT ?", parameters);
    }

    /** The end of the chain as the sealer left it. */
    ChainLink end() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT position, hash FROM audit_chain");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return new ChainLink(0, new byte[32]);
            }
            return new ChainLink(row.getLong(1), row.getBytes(2));
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading the audit chain", refused);
        }
    }

    /** How many records the sealer has still to place. */
    long countUnsealed() {
        return number("SELECT count(*) FROM audit_record WHERE position IS NULL");
    }

    /** The highest position any record has; 0 when none is sealed. */
    long newestPosition() {
        return number("SELECT coalesce(max(position), 0) FROM audit_record");
    }

    private long number(String question) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(question);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading the audit trail", refused);
        }
    }

    List<AuditRecord> unsealed(int limit) {
        return query(" WHERE position IS NULL ORDER BY id LIMIT ?", List.of(limit));
    }

    List<AuditRecord> sealedAfter(long position, int limit) {
        return query(" WHERE position > ? ORDER BY position LIMIT ?", List.of(position, limit));
    }

    /** Puts records into the chain; {@code links} belong to {@code records} one by one. */
    void seal(List<AuditRecord> records, List<ChainLink> links) {
        try (Connection connection = database.getConnection();
                PreparedStatement seal = connection.prepareStatement(SEAL)) {
            seal.setArray(
                    1,
                    connection.createArrayOf(
                            "int8", records.stream().map(AuditRecord::id).toArray()));
            seal.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", links.stream().map(ChainLink::position).toArray()));
            seal.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", links.stream().map(ChainLink::hash).toArray(byte[][]::new)));
            seal.setLong(4, links.getLast().position());
            seal.setBytes(5, links.getLast().hash());
            seal.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("sealing audit records", refused);
        }
    }

    private static void restrict(StringBuilder where, List<Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(column).append(" = ?");
            parameters.add(value);
        }
    }

    private List<AuditRecord> query(String restriction, List<Object> parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(AuditRecord.COLUMNS + restriction)) {
            for (int place = 0; place < parameters.size(); place++) {
                query.setObject(place + 1, parameters.get(place));
            }
            List<AuditRecord> records = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    records.add(AuditRecord.from(row));
                }
            }
            return records;
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading the audit trail", refused);
        }
    }
}
