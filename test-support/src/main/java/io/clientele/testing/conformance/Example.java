package io.clientele.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A document made of a schema's examples. */
final class Example {

    private static final int DEEPEST = 12;

    private final Contract contract;

    Example(Contract contract) {
        this.contract = contract;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode reference, int depth) {
        JsonNode schema = contract.resolve(reference);
        if (schema.has("example")) {
            return schema.get("example");
        }
        if (!schema.path("examples").isEmpty()) {
            return schema.get("examples").get(0);
        }
        if (!schema.path("enum").isEmpty()) {
            return schema.get("enum").get(0);
        }
        for (String alternative : new String[] {"allOf", "oneOf", "anyOf"}) {
            for (JsonNode choice : schema.path(alternative)) {
                if (!choice.path("type").asText().equals("null")) {
                    return of(choice, depth + 1);
                }
            }
        }
        return byType(schema, depth);
    }

    private JsonNode byType(JsonNode schema, int depth) {
        String type = schema.path("type").toString();
        if (type.contains("array")) {
            return depth > DEEPEST
                    ? JsonNodeFactory.instance.arrayNode()
                    : JsonNodeFactory.instance.arrayNode().add(of(schema.path("items"), depth + 1));
        }
        if (type.contains("integer") || type.contains("number")) {
            return JsonNodeFactory.instance.numberNode(1);
        }
        if (type.contains("boolean")) {
            return JsonNodeFactory.instance.booleanNode(true);
        }
        if (type.contains("string")) {
            return JsonNodeFactory.instance.textNode(text(schema.path("format").asText()));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (depth <= DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(property.getKey(), of(property.getValue(), depth + 1)));
        }
        return object;
    }

    private static String text(String format) {
        return switch (format) {
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T12:00:00Z";
            case "uuid" -> "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001";
            case "duration" -> "P90D";
            default -> "text";
        };
    }
}
