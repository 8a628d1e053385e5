package io.clientele.platform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Records what bulk SQL does to the rows of an entity, as Hibernate's own writes are recorded: field by field, personal values
 * as digests.
 */
@ApplicationScoped
public class AuditedRows {

    private final Audit audit;
    private final AuditedValues values;
    private final PersonalDigest digest;
    private final Map<Class<?>, AuditedEntity> descriptions = new ConcurrentHashMap<>();

    AuditedRows(Audit audit, AuditedValues values, PersonalDigest digest) {
        this.audit = audit;
        this.values = values;
        this.digest = digest;
    }

    /**
     * A row was inserted.
     *
     * @param fields by the names of the entity's fields, without collections
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void created(Class<?> entity, String id, Map<String, @Nullable Object> fields) {
        record(AuditEntry.CREATE, entity, id, Map.of(), fields);
    }

    /**
     * A row was updated; nothing is recorded when nothing differs.
     *
     * @param before by the names of the entity's fields, a collection of values included
     * @param after the same fields
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void updated(
            Class<?> entity, String id, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        record(AuditEntry.UPDATE, entity, id, before, after);
    }

    private void record(
            String action,
            Class<?> entity,
            String id,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        AuditedEntity description = descriptions.computeIfAbsent(entity, AuditedEntity::of);
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        after.forEach((field, value) -> {
            Object was = before.get(field);
            if (value == null ? was != null : !value.equals(was)) {
                FieldChange change = new FieldChange(shown(description, field, was), shown(description, field, value));
                if (!change.isNone()) {
                    changes.put(field, change);
                }
            }
        });
        if (!changes.isEmpty() || !action.equals(AuditEntry.UPDATE)) {
            audit.add(action, description.resourceType(), id, null, changes);
        }
    }

    private @Nullable JsonNode shown(AuditedEntity description, String field, @Nullable Object value) {
        JsonNode node = value == null ? null : values.ofBasic(value);
        return node != null && description.personal().contains(field)
                ? digest.of(description.resourceType() + "." + field, node)
                : node;
    }
}
