package io.clientele.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiCompatibilityTest {

    private static final String RELEASED = """
            openapi: 3.1.0
            paths:
              /v1/orders:
                post:
                  parameters:
                    - {name: dryRun, in: query, schema: {type: boolean}}
                  requestBody:
                    content:
                      application/json: {schema: {$ref: "#/components/schemas/NewOrder"}}
                  responses:
                    "201":
                      description: Made.
                      headers: {ETag: {schema: {type: string}}}
                      content:
                        application/json: {schema: {$ref: "#/components/schemas/Order"}}
                    "200": {description: Tried.}
                    "409": {description: Conflict.}
              /v1/colours:
                get:
                  responses: {"200": {description: All.}}
            components:
              schemas:
                NewOrder:
                  type: object
                  required: [sku]
                  properties:
                    sku: {type: string, maxLength: 20}
                    count: {type: [integer, "null"], format: int64}
                    kind: {type: string, enum: [GIFT, SALE]}
                Order:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    total: {type: [integer, "null"]}
                    state: {type: string, enum: [OPEN, DONE]}
                    lines: {type: array, items: {type: string}}
                    parent: {$ref: "#/components/schemas/Order"}
            """;

    @Test
    void letsTheSameDocumentFollow() {
        assertThat(breaksWhen("3.1.0", "3.1.1")).isEmpty();
    }

    @Test
    void letsAnOperationComeAndARefusalGo() {
        assertThat(breaksWhen("  /v1/colours:", "  /v1/shapes: {get: {responses: {}}}\n  /v1/colours:"))
                .isEmpty();
        assertThat(breaksWhen("        \"409\": {description: Conflict.}\n", ""))
                .isEmpty();
    }

    @Test
    void letsOptionalPropertiesCome() {
        assertThat(breaksWhen(
                        "sku: {type: string, maxLength: 20}",
                        "sku: {type: string, maxLength: 20}\n        z: {type: string}"))
                .isEmpty();
        assertThat(breaksWhen("id: {type: string}", "id: {type: string}\n        z: {type: string}"))
                .isEmpty();
    }

    @Test
    void letsLimitsOfWhatIsSentLoosen() {
        assertThat(breaksWhen("maxLength: 20", "maxLength: 30")).isEmpty();
        assertThat(breaksWhen("[GIFT, SALE]", "[GIFT, SALE, LOAN]")).isEmpty();
        assertThat(breaksWhen("required: [sku]", "required: []")).isEmpty();
    }

    @Test
    void letsWhatIsAnsweredBecomeSurer() {
        assertThat(breaksWhen("required: [id]", "required: [id, state]")).isEmpty();
        assertThat(breaksWhen("total: {type: [integer, \"null\"]}", "total: {type: integer}"))
                .isEmpty();
        assertThat(breaksWhen("[OPEN, DONE]", "[OPEN, DONE, LOST]")).isEmpty();
    }

    @Test
    void refusesARemovedOperation() {
        assertThat(breaksWhen("/v1/colours:", "/v1/colors:")).containsExactly("GET /v1/colours: was removed");
    }

    @Test
    void refusesARemovedParameter() {
        assertThat(breaksWhen("name: dryRun", "name: dry-run"))
                .containsExactly("POST /v1/orders query dryRun: was removed or renamed");
    }

    @Test
    void refusesAParameterThatBecomesRequired() {
        assertThat(breaksWhen("in: query,", "in: query, required: true,"))
                .containsExactly("POST /v1/orders query dryRun: became required");
    }

    @Test
    void refusesANewRequiredParameter() {
        assertThat(breaksWhen(
                        "parameters:",
                        "parameters:\n        - {name: key, in: header, required: true, schema: {type: string}}"))
                .containsExactly("POST /v1/orders header key: is new and required");
    }

    @Test
    void refusesABodyThatBecomesRequired() {
        assertThat(breaksWhen("requestBody:", "requestBody:\n        required: true"))
                .containsExactly("POST /v1/orders body: became required");
    }

    @Test
    void refusesARemovedMediaType() {
        assertThat(breaksWhen("application/json: {schema: {$ref: \"#/components/schemas/NewOrder\"}}", "text/csv: {}"))
                .containsExactly("POST /v1/orders body: application/json was removed");
    }

    @Test
    void refusesARemovedAnswerOrHeader() {
        assertThat(breaksWhen("\"200\": {description: Tried.}", "\"202\": {description: Tried.}"))
                .containsExactly("POST /v1/orders 200: was removed");
        assertThat(breaksWhen("ETag:", "Link:")).containsExactly("POST /v1/orders 201 header ETag: was removed");
    }

    @Test
    void refusesARemovedPropertyInBothDirections() {
        assertThat(breaksWhen("kind:", "sort:")).containsExactly("POST /v1/orders body /kind: was removed or renamed");
        assertThat(breaksWhen("state:", "status:"))
                .containsExactly("POST /v1/orders 201 /state: was removed or renamed");
    }

    @Test
    void refusesAnotherType() {
        assertThat(breaksWhen("id: {type: string}", "id: {type: integer}"))
                .containsExactly("POST /v1/orders 201 /id: type was [string] and is [integer]");
        assertThat(breaksWhen("items: {type: string}", "items: {type: integer}"))
                .containsExactly("POST /v1/orders 201 /lines[]: type was [string] and is [integer]");
    }

    @Test
    void refusesNullsThatAreNoLongerTakenOrNewlyAnswered() {
        assertThat(breaksWhen("type: [integer, \"null\"], format", "type: integer, format"))
                .containsExactly("POST /v1/orders body /count: type was [integer, null] and is [integer]");
        assertThat(breaksWhen("id: {type: string}", "id: {type: [string, \"null\"]}"))
                .containsExactly("POST /v1/orders 201 /id: type was [string] and is [null, string]");
    }

    @Test
    void refusesRequiredWhereItHurts() {
        assertThat(breaksWhen("required: [sku]", "required: [sku, count]"))
                .containsExactly("POST /v1/orders body /count: became required");
        assertThat(breaksWhen("required: [id]", "required: []"))
                .containsExactly("POST /v1/orders 201 /id: became optional");
    }

    @Test
    void refusesTighterLimits() {
        assertThat(breaksWhen("maxLength: 20", "maxLength: 10"))
                .containsExactly("POST /v1/orders body /sku: maxLength was 20 and is 10");
        assertThat(breaksWhen("format: int64", "format: int32"))
                .containsExactly("POST /v1/orders body /count: format was \"int64\" and is \"int32\"");
    }

    @Test
    void refusesAnEnumValueThatIsNoLongerTaken() {
        assertThat(breaksWhen("[GIFT, SALE]", "[SALE]"))
                .containsExactly("POST /v1/orders body /kind: no longer takes GIFT");
    }

    private static List<String> breaksWhen(String was, String is) {
        assertThat(RELEASED).contains(was);
        return ApiCompatibility.breaks(parse(RELEASED), parse(RELEASED.replace(was, is)));
    }

    private static JsonNode parse(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
