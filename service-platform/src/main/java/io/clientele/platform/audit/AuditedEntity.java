package io.clientele.platform.audit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Version;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail needs to know about an entity class.
 *
 * @param resourceType the class's name in kebab-case
 * @param ignored fields that leave no trace: technical ones and the version
 * @param personal fields whose values appear as digests
 */
record AuditedEntity(String resourceType, boolean isAudited, Set<String> ignored, Set<String> personal) {

    static AuditedEntity of(Class<?> entity) {
        Set<String> ignored = new HashSet<>();
        Set<String> personal = new HashSet<>();
        boolean audited = true;
        boolean allPersonal = false;
        for (@Nullable Class<?> type = entity; type != null && type != Object.class; type = type.getSuperclass()) {
            audited &= !type.isAnnotationPresent(NotAudited.class);
            allPersonal |= type.isAnnotationPresent(Personal.class);
        }
        for (@Nullable Class<?> type = entity; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(NotAudited.class) || field.isAnnotationPresent(Version.class)) {
                    ignored.add(field.getName());
                } else if (allPersonal || isPersonal(field)) {
                    personal.add(field.getName());
                }
            }
        }
        return new AuditedEntity(kebabCase(entity.getSimpleName()), audited, ignored, personal);
    }

    /** A field is personal by itself, or when its type is or holds something that is. */
    private static boolean isPersonal(Field field) {
        if (field.isAnnotationPresent(Personal.class) || field.getType().isAnnotationPresent(Personal.class)) {
            return true;
        }
        if (!field.getType().isAnnotationPresent(Embeddable.class)
                && !field.getType().isRecord()) {
            return false;
        }
        for (Field part : field.getType().getDeclaredFields()) {
            if (part.getType() != field.getType() && isPersonal(part)) {
                return true;
            }
        }
        return false;
    }

    private static String kebabCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
