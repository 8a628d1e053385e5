package io.clientele.testing.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes an OpenAPI document in one order, whatever order it was made in: as people read it, then by name. Properties and
 * examples keep their own order, which means something.
 */
final class CanonicalYaml {

    private static final List<String> FIRST = List.of(
            "openapi",
            "info",
            "servers",
            "tags",
            "paths",
            "components",
            "get",
            "post",
            "put",
            "patch",
            "delete",
            "operationId",
            "name",
            "in",
            "title",
            "summary",
            "description",
            "security",
            "$ref",
            "type",
            "format");
    private static final Set<String> EXAMPLES = Set.of("example", "examples", "default");

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private CanonicalYaml() {}

    static String of(JsonNode document) {
        try {
            return YAML.writeValueAsString(sorted(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        object.properties().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(CanonicalYaml::rank).thenComparing(Comparator.naturalOrder())))
                .forEach(member -> sorted.set(
                        member.getKey(),
                        switch (member.getKey()) {
                            case String name when EXAMPLES.contains(name) -> member.getValue();
                            case "properties" -> sortedInside(member.getValue());
                            default -> sorted(member.getValue());
                        }));
        return sorted;
    }

    private static ObjectNode sortedInside(JsonNode properties) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(property -> sorted.set(property.getKey(), sorted(property.getValue())));
        return sorted;
    }

    private static int rank(String name) {
        return FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size();
    }
}
