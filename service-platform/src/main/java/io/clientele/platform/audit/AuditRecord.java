package io.clientele.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A record of the audit trail.
 *
 * @param changes JSON: by field, its value before and after
 * @param position its place in the chain; null until sealed
 * @param hash over the one before it and its own content; null until sealed
 */
public record AuditRecord(
        long id,
        Instant recordedAt,
        Instant businessTime,
        String actor,
        String roles,
        String action,
        String resourceType,
        String resourceId,
        @Nullable String clientId,
        String changes,
        String correlationId,
        @Nullable Long position,
        byte @Nullable [] hash) {

    static final String COLUMNS = """
            SELECT id, recorded_at, business_time, actor, roles, action, resource_type, resource_id, client_id, changes,
                   correlation_id, position, hash
            FROM audit_record""";

    static AuditRecord from(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("business_time", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("roles"),
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                row.getString("client_id"),
                row.getString("changes"),
                row.getString("correlation_id"),
                row.getObject("position", Long.class),
                row.getBytes("hash"));
    }
}
