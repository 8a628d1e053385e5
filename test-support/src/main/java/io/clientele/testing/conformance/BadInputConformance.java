package io.clientele.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Feeds every operation of the contract bodies that are missing, malformed, oversized, wrongly typed or have unknown
 * fields, and parameters that make no sense: each must be refused with a 4xx problem, never a 5xx. A service's test
 * extends it.
 */
public abstract class BadInputConformance {

    private static final String MEGABYTE = "x".repeat(1_000_000);
    private static final String TOKEN = TestTokens.of(
                    Roles.RELATIONSHIP_MANAGER,
                    Roles.PRODUCT_SPECIALIST,
                    Roles.TEAM_LEADER,
                    Roles.ANALYST,
                    Roles.PROGRAMME_MANAGER,
                    Roles.LOYALTY_OPERATOR,
                    Roles.LOYALTY_APPROVER,
                    Roles.FINANCE,
                    Roles.COMPLIANCE,
                    Roles.AUDITOR,
                    Roles.SYSTEM)
            .withUser("conformance")
            .signed();

    /** Values for path parameters that name existing resources; others are made up. */
    protected Map<String, String> ids() {
        return Map.of();
    }

    @TestFactory
    Stream<DynamicTest> refusesBadBodies() {
        return Contract.served().operations().stream()
                .filter(Operation::takesJson)
                .flatMap(operation -> badBodies(operation).entrySet().stream()
                        .map(bad -> DynamicTest.dynamicTest(
                                operation.name() + " refuses " + bad.getKey(),
                                () -> assertRefused(send(operation, operation.pathWith(ids()), bad.getValue())))));
    }

    @TestFactory
    Stream<DynamicTest> survivesWrongTypesAndMissingFields() {
        return Contract.served().operations().stream()
                .filter(Operation::takesJson)
                .flatMap(operation -> mutations(operation).entrySet().stream()
                        .map(bad -> DynamicTest.dynamicTest(
                                operation.name() + " survives " + bad.getKey(),
                                () -> assertNoFault(send(operation, operation.pathWith(ids()), bad.getValue())))));
    }

    @TestFactory
    Stream<DynamicTest> survivesBadParameters() {
        List<String> bad =
                List.of("", "-1", "99999999999999999999", "\u0000", "%", "' OR 1=1 --", "x".repeat(3000), "[]{}");
        return Contract.served().operations().stream()
                .flatMap(operation -> operation.queryParameters().stream()
                        .map(parameter -> DynamicTest.dynamicTest(
                                operation.name() + " survives bad " + parameter,
                                () -> bad.forEach(value -> assertNoFault(authorized()
                                        .queryParam(parameter, value)
                                        .request(operation.method(), operation.pathWith(ids())))))));
    }

    @TestFactory
    Stream<DynamicTest> survivesBadPaths() {
        return Contract.served().operations().stream()
                .filter(operation -> !operation.pathParameters().isEmpty())
                .map(operation -> DynamicTest.dynamicTest(operation.name() + " survives bad paths", () -> {
                    for (String value : List.of("%00", "x".repeat(2000), "..%2f..", "%F0%9F%92%A9", "-")) {
                        Map<String, String> ids = new LinkedHashMap<>();
                        operation.pathParameters().forEach(name -> ids.put(name, value));
                        RequestSpecification request = authorized().urlEncodingEnabled(false);
                        if (operation.takesJson()) {
                            request.contentType(Operation.JSON)
                                    .body(operation.example().toString());
                        }
                        assertNoFault(request.request(operation.method(), operation.pathWith(ids)));
                    }
                }));
    }

    private static Map<String, String> badBodies(Operation operation) {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("no body", "");
        bad.put("null", "null");
        bad.put("half a document", "{\"a\":");
        bad.put("no JSON", "<xml/>");
        bad.put("text after the document", operation.example() + " {}");
        bad.put("10,000 levels", "[".repeat(10_000) + "]".repeat(10_000));
        bad.put("10,000 levels in a field", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        bad.put("a scalar", "\"text\"");
        bad.put("a string of 1 MB", '"' + MEGABYTE + '"');
        if (operation.example() instanceof ObjectNode example) {
            bad.put("an unknown field", example.deepCopy().put("noSuchField", 1).toString());
            bad.put("an array", "[]");
            bad.put("a repeated field", repeated(example));
        }
        return bad;
    }

    private static String repeated(ObjectNode example) {
        String text = example.toString();
        return example.isEmpty() ? "{\"a\":1,\"a\":1}" : text.substring(0, text.length() - 1) + "," + text.substring(1);
    }

    /** Every field in turn missing, null, of each other type, oversized, or out of every range. */
    private static Map<String, String> mutations(Operation operation) {
        Map<String, String> mutations = new LinkedHashMap<>();
        mutate(operation.example(), operation.example(), "", mutations);
        return mutations;
    }

    private static void mutate(JsonNode root, JsonNode at, String pointer, Map<String, String> mutations) {
        List<String> names = new ArrayList<>();
        at.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String field = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            ObjectNode without = root.deepCopy();
            ((ObjectNode) without.at(pointer)).remove(name);
            mutations.put(field + " missing", without.toString());
            values().forEach((what, value) -> {
                ObjectNode changed = root.deepCopy();
                ((ObjectNode) changed.at(pointer)).set(name, value);
                mutations.put(field + " " + what, changed.toString());
            });
            ObjectNode huge = root.deepCopy();
            ((ObjectNode) huge.at(pointer)).put(name, "\u0001\u0001");
            mutations.put(field + " 1e1000000000", huge.toString().replace("\"\\u0001\\u0001\"", "1e1000000000"));
            mutate(root, at.get(name), field, mutations);
        }
    }

    private static Map<String, JsonNode> values() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("null", json.nullNode());
        values.put("a number", json.numberNode(-1));
        values.put("a fraction", json.numberNode(0.5));
        values.put("true", json.booleanNode(true));
        values.put("empty text", json.textNode(""));
        values.put("text", json.textNode("\uD83D\uDCA9 no such thing"));
        values.put("NUL", json.textNode("a\u0000b"));
        values.put("long text", json.textNode("y".repeat(90_000)));
        values.put("1 MB", json.textNode(MEGABYTE));
        values.put("an array", json.arrayNode().add(1).addNull());
        values.put("an object", json.objectNode().put("a", 1));
        values.put("a huge number", json.numberNode(new java.math.BigDecimal("9".repeat(90))));
        return values;
    }

    private static RequestSpecification authorized() {
        return RestAssured.given()
                // indenting megabytes for a log nobody reads takes most of the time otherwise
                .config(RestAssured.config().logConfig(LogConfig.logConfig().enablePrettyPrinting(false)))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static Response send(Operation operation, String path, String body) {
        return authorized()
                .contentType(Operation.JSON)
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .request(operation.method(), path);
    }

    private static void assertRefused(Response response) {
        assertThat(response.statusCode()).as(shortened(response)).isBetween(400, 499);
        assertThat(response.contentType()).as(shortened(response)).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isNotBlank();
    }

    private static void assertNoFault(Response response) {
        assertThat(response.statusCode()).as(shortened(response)).isLessThan(500);
        if (response.statusCode() >= 400) {
            assertRefused(response);
        }
    }

    private static String shortened(Response response) {
        String text = response.asString();
        return text.substring(0, Math.min(text.length(), 1000));
    }
}
