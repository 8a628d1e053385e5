package io.clientele.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a schema of an OpenAPI document may follow a released one. It depends on who writes the value: what a caller
 * sends must still be taken, what a service answers must still be what the caller can read. No property may go, in either
 * direction, because unknown properties are refused. An answered enum may gain values.
 */
final class SchemaChange {

    private static final Set<String> LIMITS = Set.of(
            "format",
            "pattern",
            "const",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minItems",
            "maxItems",
            "uniqueItems",
            "multipleOf",
            "minProperties",
            "maxProperties");
    private static final List<String> ALTERNATIVES = List.of("allOf", "oneOf", "anyOf");

    private final JsonNode released;
    private final JsonNode next;
    private final boolean sent;
    private final List<String> breaks = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();

    private SchemaChange(JsonNode released, JsonNode next, boolean sent) {
        this.released = released;
        this.next = next;
        this.sent = sent;
    }

    /** For values the caller writes. */
    static SchemaChange sent(JsonNode released, JsonNode next) {
        return new SchemaChange(released, next, true);
    }

    /** For values the service writes. */
    static SchemaChange answered(JsonNode released, JsonNode next) {
        return new SchemaChange(released, next, false);
    }

    /** What breaks from one schema to the other, each with its place. */
    List<String> breaks(String place, JsonNode before, JsonNode after) {
        compare(place, before, after);
        return breaks;
    }

    private void compare(String place, JsonNode releasedNode, JsonNode nextNode) {
        String reference = releasedNode.path("$ref").asText();
        if (!reference.isEmpty() && !visited.add(reference + " " + nextNode)) {
            return;
        }
        JsonNode before = resolve(released, releasedNode);
        JsonNode after = resolve(next, nextNode);
        compareTypes(place, before, after);
        compareEnums(place, before, after);
        compareLimits(place, before, after);
        compareProperties(place, before, after);
        if (before.has("items") || after.has("items")) {
            compare(place + "[]", before.path("items"), after.path("items"));
        }
        if (before.path("additionalProperties").isObject()) {
            compare(place + "{}", before.path("additionalProperties"), after.path("additionalProperties"));
        }
        ALTERNATIVES.forEach(keyword -> compareAlternatives(place, keyword, before, after));
    }

    private void compareTypes(String place, JsonNode before, JsonNode after) {
        Set<String> was = types(before);
        Set<String> is = types(after);
        boolean fits = sent
                ? is.isEmpty() || is.containsAll(was) && !was.isEmpty()
                : was.isEmpty() || was.containsAll(is) && !is.isEmpty();
        if (!fits) {
            breaks.add(place + ": type was " + was + " and is " + is);
        }
    }

    private void compareEnums(String place, JsonNode before, JsonNode after) {
        if (sent && after.has("enum") && !before.has("enum")) {
            breaks.add(place + ": takes fewer values");
        }
        if (!sent && before.has("enum") && !after.has("enum")) {
            breaks.add(place + ": is no enum any more");
        }
        if (sent && before.has("enum") && after.has("enum")) {
            before.path("enum").forEach(value -> {
                if (!contains(after.path("enum"), value)) {
                    breaks.add(place + ": no longer takes " + value.asText());
                }
            });
        }
    }

    private void compareLimits(String place, JsonNode before, JsonNode after) {
        for (String limit : new TreeSet<>(LIMITS)) {
            JsonNode was = before.path(limit);
            JsonNode is = after.path(limit);
            boolean breaksCaller = sent
                    ? !is.isMissingNode() && !is.equals(was) && !isLooser(limit, was, is)
                    : limit.equals("format") && !is.equals(was);
            if (breaksCaller) {
                breaks.add(place + ": " + limit + " was " + shown(was) + " and is " + shown(is));
            }
        }
    }

    private void compareProperties(String place, JsonNode before, JsonNode after) {
        before.path("properties").properties().forEach(property -> {
            String inner = place + " /" + property.getKey();
            JsonNode kept = after.path("properties").path(property.getKey());
            if (kept.isMissingNode()) {
                breaks.add(inner + ": was removed or renamed");
            } else {
                compare(inner, property.getValue(), kept);
            }
        });
        JsonNode stricter = sent ? after.path("required") : before.path("required");
        JsonNode looser = sent ? before.path("required") : after.path("required");
        stricter.forEach(name -> {
            if (!contains(looser, name)) {
                breaks.add(place + " /" + name.asText() + (sent ? ": became required" : ": became optional"));
            }
        });
    }

    private void compareAlternatives(String place, String keyword, JsonNode before, JsonNode after) {
        List<JsonNode> was = list(before.path(keyword));
        List<JsonNode> is = list(after.path(keyword));
        boolean fewer = is.size() < was.size();
        boolean appeared = was.isEmpty() && !is.isEmpty();
        if (sent ? fewer && !is.isEmpty() || appeared : fewer) {
            breaks.add(place + ": " + keyword + " had " + was.size() + " schemas and has " + is.size());
            return;
        }
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            compare(place, was.get(i), is.get(i));
        }
    }

    private static boolean isLooser(String limit, JsonNode was, JsonNode is) {
        if (!was.isNumber() || !is.isNumber()) {
            return false;
        }
        return limit.toLowerCase(Locale.ROOT).contains("max")
                ? is.decimalValue().compareTo(was.decimalValue()) >= 0
                : limit.toLowerCase(Locale.ROOT).contains("min")
                        && is.decimalValue().compareTo(was.decimalValue()) <= 0;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asText()));
        } else if (type.isTextual()) {
            types.add(type.asText());
        }
        // every integer is a number
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        return list(values).contains(value);
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
