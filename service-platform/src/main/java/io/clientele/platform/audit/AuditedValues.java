package io.clientele.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManagerFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.type.CompositeType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** How values of entities appear in the audit trail: as JSON; another entity as its id; a long text as its digest. */
@ApplicationScoped
class AuditedValues {

    private static final int LONGEST_TEXT = 2_000;

    private final ObjectMapper json;
    private final Instance<EntityManagerFactory> entities;

    AuditedValues(ObjectMapper json, Instance<EntityManagerFactory> entities) {
        this.json = json;
        this.entities = entities;
    }

    /** Null for null, and for what was never loaded. */
    @Nullable
    JsonNode of(@Nullable Object value, Type type) {
        if (value == null || value == LazyPropertyInitializer.UNFETCHED_PROPERTY) {
            return null;
        }
        if (type instanceof EntityType) {
            Object id = entities.get().getPersistenceUnitUtil().getIdentifier(value);
            return id == null ? null : TextNode.valueOf(id.toString());
        }
        if (type instanceof CompositeType composite) {
            return of(value, composite);
        }
        return scalar(value);
    }

    /** A value that is no entity, or a collection of such values. */
    JsonNode ofBasic(Object value) {
        return value instanceof Collection<?> elements ? ofElements(elements) : scalar(value);
    }

    /** The elements of a collection of values, in a stable order. */
    JsonNode ofElements(Collection<?> elements) {
        ArrayNode array = json.createArrayNode();
        elements.stream()
                .map(this::scalar)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(array::add);
        return array;
    }

    private JsonNode of(Object value, CompositeType type) {
        ObjectNode object = json.createObjectNode();
        String[] names = type.getPropertyNames();
        Object[] parts = type.getPropertyValues(value);
        for (int place = 0; place < names.length; place++) {
            JsonNode part = of(parts[place], type.getSubtypes()[place]);
            if (part != null) {
                object.set(names[place], part);
            }
        }
        return object;
    }

    private JsonNode scalar(Object value) {
        JsonNode node;
        try {
            node = json.valueToTree(value);
        } catch (IllegalArgumentException noJsonForm) {
            node = TextNode.valueOf(value.toString());
        }
        String text = node.isTextual() ? node.textValue() : node.toString();
        return text.length() <= LONGEST_TEXT ? node : TextNode.valueOf("sha256:" + sha256(text));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
