package io.clientele.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of the contract. */
record Operation(Contract contract, String path, String method, JsonNode description, List<JsonNode> parameters) {

    static final String JSON = "application/json";

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");

    String name() {
        return method + " " + path;
    }

    /** The path with {@code known} values, and for other parameters values that name nothing. */
    String pathWith(Map<String, String> known) {
        return PATH_PARAMETER
                .matcher(path)
                .replaceAll(match -> Matcher.quoteReplacement(
                        known.getOrDefault(match.group(1), valueThatNamesNothing(match.group(1)))));
    }

    Set<String> pathParameters() {
        Set<String> names = new LinkedHashSet<>();
        PATH_PARAMETER.matcher(path).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    private String valueThatNamesNothing(String parameter) {
        JsonNode schema = parameters.stream()
                .filter(p -> p.path("in").asText().equals("path")
                        && p.path("name").asText().equals(parameter))
                .findFirst()
                .map(p -> contract.resolve(p.path("schema")))
                .orElseThrow(() -> new AssertionError(name() + " does not describe path parameter " + parameter));
        boolean number = schema.path("type").toString().contains("integer");
        return number
                ? "999999"
                : schema.path("format").asText().equals("uuid")
                        ? UUID.randomUUID().toString()
                        : "names-nothing";
    }

    List<String> queryParameters() {
        return parameters.stream()
                .filter(p -> p.path("in").asText().equals("query"))
                .map(p -> p.path("name").asText())
                .toList();
    }

    /** The roles named by the operation's security requirement; empty when it names none. */
    Set<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        description
                .path("security")
                .forEach(
                        requirement -> requirement.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText()))));
        return roles;
    }

    boolean takesJson() {
        return body().isPresent();
    }

    /** The media type of a body that is not JSON. */
    Optional<String> otherMediaType() {
        JsonNode content = contract.resolve(description.path("requestBody")).path("content");
        return content.has(JSON) || content.isEmpty()
                ? Optional.empty()
                : Optional.of(content.fieldNames().next());
    }

    private Optional<JsonNode> body() {
        JsonNode content = contract.resolve(description.path("requestBody"))
                .path("content")
                .path(JSON);
        return content.isMissingNode() ? Optional.empty() : Optional.of(content);
    }

    JsonNode schema() {
        return contract.resolve(body().orElseThrow().path("schema"));
    }

    /** The documented example of the body. */
    JsonNode example() {
        JsonNode content = body().orElseThrow();
        if (content.has("example")) {
            return content.get("example");
        }
        if (!content.path("examples").isEmpty()) {
            return contract.resolve(content.get("examples").iterator().next()).path("value");
        }
        return new Example(contract).of(content.path("schema"));
    }

    @Override
    public String toString() {
        return name();
    }
}
