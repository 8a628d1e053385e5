package io.clientele.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.background.DatabaseRefused;
import io.clientele.platform.json.JsonTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of audit records, written with the transaction that mutates: a whole transaction's by one statement. */
@ApplicationScoped
class AuditTable {

    private static final String INSERT = """
            INSERT INTO audit_record (business_time, actor, roles, action, resource_type, resource_id, client_id, changes, correlation_id)
            SELECT business_time, actor, roles, action, resource_type, resource_id, client_id, changes, correlation_id
            FROM unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], %s, ?::text[])
                WITH ORDINALITY AS e(business_time, actor, roles, action, resource_type, resource_id, client_id, changes, correlation_id, place)
            ORDER BY place""".formatted(JsonTexts.ARRAY);

    private final DataSource database;
    private final ObjectMapper json;

    AuditTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, column(connection, "timestamptz", entries, e -> Timestamp.from(e.businessTime())));
            insert.setArray(2, column(connection, "text", entries, AuditEntry::actor));
            insert.setArray(3, column(connection, "text", entries, AuditEntry::roles));
            insert.setArray(4, column(connection, "text", entries, AuditEntry::action));
            insert.setArray(5, column(connection, "text", entries, AuditEntry::resourceType));
            insert.setArray(6, column(connection, "text", entries, AuditEntry::resourceId));
            insert.setArray(7, column(connection, "text", entries, AuditEntry::clientId));
            insert.setString(8, JsonTexts.joined(entries, this::changes));
            insert.setArray(9, column(connection, "text", entries, AuditEntry::correlationId));
            insert.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("writing the audit trail", refused);
        }
    }

    private String changes(AuditEntry entry) {
        try {
            return json.writeValueAsString(entry.changes());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("changes cannot be written as JSON", unwritable);
        }
    }

    private static Array column(
            Connection connection, String type, List<AuditEntry> entries, Function<AuditEntry, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(value).toArray());
    }
}
