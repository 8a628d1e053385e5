package io.clientele.platform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Interceptor;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.type.CollectionType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Records what happens to entities, field by field, as Hibernate writes it to the database. */
@ApplicationScoped
@PersistenceUnitExtension
class AuditedChanges implements Interceptor {

    private static final String CLIENT_ID = "clientId";

    private final Audit audit;
    private final AuditedValues values;
    private final PersonalDigest digest;
    private final Map<Class<?>, AuditedEntity> descriptions = new ConcurrentHashMap<>();

    AuditedChanges(Audit audit, AuditedValues values, PersonalDigest digest) {
        this.audit = audit;
        this.values = values;
        this.digest = digest;
    }

    @Override
    public boolean onLoad(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        if (describe(entity).isAudited()) {
            audit.expectChanges();
        }
        return false;
    }

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        record(AuditEntry.CREATE, entity, id, null, state, properties, types);
        return false;
    }

    @Override
    public boolean onFlushDirty(
            Object entity,
            Object id,
            Object[] current,
            Object @Nullable [] previous,
            String[] properties,
            Type[] types) {
        record(AuditEntry.UPDATE, entity, id, previous, current, properties, types);
        return false;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        record(AuditEntry.DELETE, entity, id, state, null, properties, types);
    }

    @Override
    public void onCollectionUpdate(Object collection, Object key) {
        if (collection instanceof PersistentCollection<?> elements
                && elements.getOwner() != null
                && elements.getRole() != null) {
            recordElements(elements, elements.getRole(), key);
        }
    }

    private void record(
            String action,
            Object entity,
            Object id,
            @Nullable Object @Nullable [] before,
            @Nullable Object @Nullable [] after,
            String[] properties,
            Type[] types) {
        AuditedEntity description = describe(entity);
        if (!description.isAudited()) {
            return;
        }
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        String clientId = null;
        for (int place = 0; place < properties.length; place++) {
            String property = properties[place];
            if (property.equals(CLIENT_ID)) {
                clientId = Objects.toString(after == null ? at(before, place) : at(after, place), null);
            }
            if (types[place] instanceof CollectionType || description.ignored().contains(property)) {
                continue;
            }
            FieldChange change = new FieldChange(
                    shown(description, property, values.of(at(before, place), types[place])),
                    shown(description, property, values.of(at(after, place), types[place])));
            if (!change.isNone() && !isEqual(types[place], before, after, place)) {
                changes.put(property, change);
            }
        }
        if (!changes.isEmpty() || !action.equals(AuditEntry.UPDATE)) {
            audit.add(action, description.resourceType(), id.toString(), clientId, changes);
        }
    }

    /** Collections of values only: entities in a collection have records of their own. */
    private void recordElements(PersistentCollection<?> elements, String role, Object key) {
        AuditedEntity description = describe(Objects.requireNonNull(elements.getOwner()));
        String property = role.substring(role.lastIndexOf('.') + 1);
        if (!description.isAudited() || description.ignored().contains(property)) {
            return;
        }
        Object now = elements.getValue();
        // of a set the snapshot is a map from its elements to their copies
        Object before = now instanceof Set<?> && elements.getStoredSnapshot() instanceof Map<?, ?> copies
                ? copies.keySet()
                : elements.getStoredSnapshot();
        if (holdEntities(before) || holdEntities(now)) {
            return;
        }
        FieldChange change = new FieldChange(
                shown(description, property, elementsOf(before)), shown(description, property, elementsOf(now)));
        if (!change.isNone()) {
            audit.add(AuditEntry.UPDATE, description.resourceType(), key.toString(), null, Map.of(property, change));
        }
    }

    private static boolean holdEntities(@Nullable Object elements) {
        Collection<?> members = switch (elements) {
            case Map<?, ?> map -> map.values();
            case Collection<?> collection -> collection;
            case null, default -> Set.of();
        };
        return members.stream()
                .anyMatch(member -> member instanceof HibernateProxy
                        || member != null && member.getClass().isAnnotationPresent(Entity.class));
    }

    private @Nullable JsonNode elementsOf(@Nullable Object elements) {
        return switch (elements) {
            case Map<?, ?> map -> values.ofElements(map.entrySet());
            case Collection<?> collection -> values.ofElements(collection);
            case null, default -> null;
        };
    }

    private @Nullable JsonNode shown(AuditedEntity description, String property, @Nullable JsonNode value) {
        return value != null && description.personal().contains(property)
                ? digest.of(description.resourceType() + "." + property, value)
                : value;
    }

    private AuditedEntity describe(Object entity) {
        return descriptions.computeIfAbsent(entity.getClass(), AuditedEntity::of);
    }

    private static boolean isEqual(
            Type type, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after, int place) {
        return before != null && after != null && type.isEqual(at(before, place), at(after, place));
    }

    private static @Nullable Object at(@Nullable Object @Nullable [] state, int place) {
        return state == null ? null : state[place];
    }
}
