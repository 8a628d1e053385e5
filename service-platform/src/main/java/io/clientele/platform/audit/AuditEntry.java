package io.clientele.platform.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mutation on its way into the audit trail. */
record AuditEntry(
        Instant businessTime,
        String actor,
        String roles,
        String action,
        String resourceType,
        String resourceId,
        @Nullable String clientId,
        Map<String, FieldChange> changes,
        String correlationId) {

    static final String CREATE = "create";
    static final String UPDATE = "update";
    static final String DELETE = "delete";

    /** This mutation and a later one of the same resource in the same transaction, as one; null when nothing remains. */
    @Nullable
    AuditEntry then(AuditEntry later) {
        if (action.equals(CREATE) && later.action.equals(DELETE)) {
            return null;
        }
        Map<String, FieldChange> both = new LinkedHashMap<>(changes);
        later.changes.forEach((field, change) -> both.merge(field, change, FieldChange::then));
        both.values().removeIf(FieldChange::isNone);
        if (both.isEmpty() && later.action.equals(UPDATE)) {
            return null;
        }
        return new AuditEntry(
                businessTime,
                actor,
                roles,
                action.equals(CREATE) ? CREATE : later.action,
                resourceType,
                resourceId,
                clientId == null ? later.clientId : clientId,
                both,
                correlationId);
    }
}
