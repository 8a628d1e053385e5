package io.clientele.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a schema may follow a released one within the same version. Only three things may change: an optional property
 * may come, a value of an enum may come, and words (titles, descriptions) may change. Everything else breaks somebody:
 * the subscriber who relies on it, or the one who reads old records with the new schema.
 */
final class SchemaCompatibility {

    private static final Set<String> WORDS = Set.of("title", "description", "$comment", "examples");
    private static final Set<String> HANDLED = Set.of("$ref", "$defs", "properties", "required", "enum");

    private final JsonNode released;
    private final JsonNode next;
    private final List<String> breaks = new ArrayList<>();

    private SchemaCompatibility(JsonNode released, JsonNode next) {
        this.released = released;
        this.next = next;
    }

    /** What the next schema breaks, each with the JSON Pointer of the value concerned; empty when it may follow. */
    static List<String> breaks(JsonNode released, JsonNode next) {
        SchemaCompatibility comparison = new SchemaCompatibility(released, next);
        comparison.compare("", released, next);
        return comparison.breaks;
    }

    private void compare(String pointer, JsonNode releasedNode, JsonNode nextNode) {
        JsonNode before = resolve(released, releasedNode);
        JsonNode after = resolve(next, nextNode);
        compareProperties(pointer, before, after);
        for (JsonNode value : before.path("enum")) {
            if (!contains(after.path("enum"), value.asText())) {
                breaks.add(pointer + ": the value " + value.asText() + " was removed");
            }
        }
        if (before.has("enum") != after.has("enum")) {
            breaks.add(pointer + ": enum changed");
        }
        Set<String> keywords = new HashSet<>();
        before.fieldNames().forEachRemaining(keywords::add);
        after.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(WORDS);
        keywords.removeAll(HANDLED);
        keywords.stream().sorted().forEach(keyword -> compareKeyword(pointer, keyword, before, after));
    }

    private void compareKeyword(String pointer, String keyword, JsonNode before, JsonNode after) {
        JsonNode was = before.path(keyword);
        JsonNode is = after.path(keyword);
        if (was.isObject() && is.isObject()) {
            compare(pointer + "/" + keyword, was, is);
        } else if (!was.equals(is)) {
            breaks.add(pointer + ": " + keyword + " was " + shown(was) + " and is " + shown(is));
        }
    }

    private void compareProperties(String pointer, JsonNode before, JsonNode after) {
        before.path("properties").fieldNames().forEachRemaining(name -> {
            String property = pointer + "/" + name;
            if (!after.path("properties").has(name)) {
                breaks.add(property + ": was removed or renamed");
                return;
            }
            boolean wasRequired = contains(before.path("required"), name);
            boolean isRequired = contains(after.path("required"), name);
            if (wasRequired != isRequired) {
                breaks.add(property + (isRequired ? ": became required" : ": became optional"));
            }
            compare(
                    property,
                    before.path("properties").path(name),
                    after.path("properties").path(name));
        });
        after.path("properties").fieldNames().forEachRemaining(name -> {
            if (!before.path("properties").has(name) && contains(after.path("required"), name)) {
                breaks.add(pointer + "/" + name + ": is new and required");
            }
        });
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private static boolean contains(JsonNode values, String value) {
        for (JsonNode each : values) {
            if (each.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String shown(JsonNode value) {
        return value instanceof MissingNode ? "absent" : value.toString();
    }
}
