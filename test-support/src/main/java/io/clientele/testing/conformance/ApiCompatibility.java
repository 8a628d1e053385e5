package io.clientele.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an OpenAPI document may follow a released one: who called the released operations as documented can go on
 * without a change. What is sent may be asked for less, what is answered may hold more; see {@link SchemaChange}.
 */
final class ApiCompatibility {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode released;
    private final JsonNode next;
    private final List<String> breaks = new ArrayList<>();

    private ApiCompatibility(JsonNode released, JsonNode next) {
        this.released = released;
        this.next = next;
    }

    /** What the next document breaks, each with the operation concerned; empty when it may follow. */
    static List<String> breaks(JsonNode released, JsonNode next) {
        ApiCompatibility comparison = new ApiCompatibility(released, next);
        released.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> comparison.compareOperation(path.getKey(), method.getKey())));
        return comparison.breaks;
    }

    private void compareOperation(String path, String method) {
        String operation = method.toUpperCase(Locale.ROOT) + " " + path;
        JsonNode before = released.path("paths").path(path);
        JsonNode after = next.path("paths").path(path);
        if (!after.has(method)) {
            breaks.add(operation + ": was removed");
            return;
        }
        compareParameters(operation, parameters(released, before, method), parameters(next, after, method));
        compareRequests(
                operation,
                resolve(released, before.path(method).path("requestBody")),
                resolve(next, after.path(method).path("requestBody")));
        before.path(method).path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> compareResponses(
                        operation + " " + response.getKey(),
                        resolve(released, response.getValue()),
                        resolve(next, after.path(method).path("responses").path(response.getKey()))));
    }

    private void compareParameters(String operation, List<JsonNode> before, List<JsonNode> after) {
        for (JsonNode parameter : before) {
            String name =
                    parameter.path("in").asText() + " " + parameter.path("name").asText();
            JsonNode kept = find(after, parameter);
            if (kept == null) {
                breaks.add(operation + " " + name + ": was removed or renamed");
                continue;
            }
            if (!isRequired(parameter) && isRequired(kept)) {
                breaks.add(operation + " " + name + ": became required");
            }
            breaks.addAll(SchemaChange.sent(released, next)
                    .breaks(operation + " " + name, parameter.path("schema"), kept.path("schema")));
        }
        after.stream()
                .filter(parameter -> isRequired(parameter) && find(before, parameter) == null)
                .forEach(parameter -> breaks.add(operation + " "
                        + parameter.path("in").asText() + " "
                        + parameter.path("name").asText()
                        + ": is new and required"));
    }

    private void compareRequests(String operation, JsonNode before, JsonNode after) {
        if (!isRequired(before) && isRequired(after)) {
            breaks.add(operation + " body: became required");
        }
        compareContents(operation + " body", before, after, SchemaChange.sent(released, next));
    }

    private void compareResponses(String response, JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            breaks.add(response + ": was removed");
            return;
        }
        before.path("headers").fieldNames().forEachRemaining(header -> {
            if (!after.path("headers").has(header)) {
                breaks.add(response + " header " + header + ": was removed");
            }
        });
        compareContents(response, before, after, SchemaChange.answered(released, next));
    }

    private void compareContents(String place, JsonNode before, JsonNode after, SchemaChange change) {
        before.path("content").properties().forEach(content -> {
            String mediaType = content.getKey();
            if (after.path("content").has(mediaType)) {
                breaks.addAll(change.breaks(
                        place,
                        content.getValue().path("schema"),
                        after.path("content").path(mediaType).path("schema")));
            } else {
                breaks.add(place + ": " + mediaType + " was removed");
            }
        });
    }

    private static List<JsonNode> parameters(JsonNode document, JsonNode path, String method) {
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameter -> parameters.add(resolve(document, parameter)));
        path.path(method).path("parameters").forEach(parameter -> parameters.add(resolve(document, parameter)));
        return parameters;
    }

    private static @Nullable JsonNode find(List<JsonNode> parameters, JsonNode wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").equals(wanted.path("in"))
                        && parameter.path("name").equals(wanted.path("name")))
                .findFirst()
                .orElse(null);
    }

    private static boolean isRequired(JsonNode node) {
        return node.path("required").asBoolean();
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
