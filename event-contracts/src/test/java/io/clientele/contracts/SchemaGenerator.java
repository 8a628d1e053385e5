package io.clientele.contracts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON Schema (2020-12) of an event record. Knows exactly the types that events are made of and refuses any
 * other, so that a new one is a decision and not an accident. Objects stay open: a subscriber ignores what it does not
 * know, which lets an event gain optional fields.
 */
final class SchemaGenerator {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Documentation documentation;

    SchemaGenerator(Documentation documentation) {
        this.documentation = documentation;
    }

    ObjectNode schemaOf(Class<? extends DomainEvent> event) {
        return schemaOf(event, DataSchemas.of(event));
    }

    ObjectNode schemaOf(Class<?> type, URI id) {
        ObjectNode schema = object().put("$schema", DIALECT).put("$id", id.toString());
        schema.put("title", type.getSimpleName());
        Definitions definitions = new Definitions();
        schema.setAll(record(type, definitions));
        if (!definitions.byName.isEmpty()) {
            schema.set("$defs", object().setAll(definitions.byName));
        }
        return schema;
    }

    /** The named types a schema refers to. */
    private static final class Definitions {
        private final Map<String, ObjectNode> byName = new TreeMap<>();
    }

    private ObjectNode record(Class<?> type, Definitions definitions) {
        Map<String, String> descriptions = documentation.ofComponents(type);
        ObjectNode schema =
                object().put("description", documentation.ofType(type)).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            String description = descriptions.get(component.getName());
            if (description == null) {
                throw new IllegalStateException(type + " does not describe " + component.getName());
            }
            ObjectNode property = object().put("description", description);
            property.setAll(value(component.getGenericType(), definitions));
            properties.set(component.getName(), property);
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.withArrayProperty("required").add(component.getName());
            }
        }
        return schema.put("additionalProperties", true);
    }

    private ObjectNode value(Type type, Definitions definitions) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class ->
                object().put("type", "array").set("items", value(list.getActualTypeArguments()[0], definitions));
            case ParameterizedType map
            when map.getRawType() == Map.class && map.getActualTypeArguments()[0] == String.class ->
                object().put("type", "object")
                        .set("additionalProperties", mapValue(map.getActualTypeArguments()[1], definitions));
            case Class<?> plain -> plain(plain, definitions);
            default -> throw new IllegalStateException("an event holds no " + type.getTypeName());
        };
    }

    private ObjectNode plain(Class<?> type, Definitions definitions) {
        if (type == String.class) {
            return object().put("type", "string");
        } else if (type == boolean.class || type == Boolean.class) {
            return object().put("type", "boolean");
        } else if (type == int.class || type == Integer.class) {
            return object().put("type", "integer").put("format", "int32");
        } else if (type == long.class || type == Long.class) {
            return object().put("type", "integer").put("format", "int64");
        } else if (type == BigDecimal.class) {
            return object().put("type", "number");
        } else if (type == UUID.class) {
            return object().put("type", "string").put("format", "uuid");
        } else if (type == Instant.class) {
            return object().put("type", "string").put("format", "date-time");
        } else if (type == LocalDate.class) {
            return object().put("type", "string").put("format", "date");
        } else if (type == Object.class) {
            return scalar();
        } else if (type == Money.class) {
            return define(type, definitions, money());
        } else if (type.isEnum()) {
            return define(type, definitions, constants(type));
        } else if (type.isRecord()) {
            return define(type, definitions, record(type, definitions));
        }
        throw new IllegalStateException("an event holds no " + type.getName());
    }

    private ObjectNode mapValue(Type type, Definitions definitions) {
        if (type != Object.class) {
            return value(type, definitions);
        }
        ObjectNode schema = object();
        schema.putArray("anyOf").add(scalar()).add(object().put("type", "array").set("items", scalar()));
        return schema;
    }

    private static ObjectNode scalar() {
        ObjectNode schema = object();
        schema.putArray("type").add("string").add("number").add("boolean");
        return schema;
    }

    private ObjectNode money() {
        Map<String, String> descriptions = documentation.ofComponents(Money.class);
        ObjectNode schema =
                object().put("description", documentation.ofType(Money.class)).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("amount")
                .put("description", descriptions.get("amount"))
                .put("type", "string")
                .put("pattern", "^-?[0-9]{1,15}(\\.[0-9]{1,4})?$");
        properties
                .putObject("currency")
                .put("description", descriptions.get("currency"))
                .put("type", "string")
                .put("pattern", "^[A-Z]{3}$");
        schema.putArray("required").add("amount").add("currency");
        return schema.put("additionalProperties", true);
    }

    private ObjectNode constants(Class<?> type) {
        Map<String, String> constants = documentation.ofConstants(type);
        String meanings = constants.entrySet().stream()
                .map(constant -> constant.getKey() + ": " + constant.getValue())
                .collect(Collectors.joining(" "));
        ObjectNode schema = object().put("description", documentation.ofType(type) + " " + meanings)
                .put("type", "string");
        constants.keySet().forEach(schema.putArray("enum")::add);
        return schema;
    }

    private static ObjectNode define(Class<?> type, Definitions definitions, ObjectNode schema) {
        definitions.byName.put(type.getSimpleName(), schema);
        return object().put("$ref", "#/$defs/" + type.getSimpleName());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
