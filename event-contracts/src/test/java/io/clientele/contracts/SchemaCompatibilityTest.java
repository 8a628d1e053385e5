package io.clientele.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SchemaCompatibilityTest {

    private static final String RELEASED = """
            {
              "$id": "https://clientele.example/schemas/order.v1.schema.json",
              "title": "Order",
              "type": "object",
              "properties": {
                "id": {"type": "string", "format": "uuid"},
                "count": {"type": "integer", "format": "int64"},
                "note": {"type": "string"},
                "state": {"$ref": "#/$defs/State"},
                "lines": {"type": "array", "items": {"$ref": "#/$defs/Line"}}
              },
              "required": ["id", "count"],
              "additionalProperties": true,
              "$defs": {
                "State": {"type": "string", "enum": ["OPEN", "DONE"]},
                "Line": {"type": "object", "properties": {"sku": {"type": "string"}}, "required": ["sku"]}
              }
            }
            """;

    @Test
    void letsTheSameSchemaFollow() {
        assertThat(breaksWhen(_ -> {})).isEmpty();
    }

    @Test
    void letsAnOptionalPropertyCome() {
        assertThat(breaksWhen(next -> properties(next).putObject("colour").put("type", "string")))
                .isEmpty();
    }

    @Test
    void letsAnEnumValueCome() {
        assertThat(breaksWhen(next -> states(next).add("PAUSED"))).isEmpty();
    }

    @Test
    void letsWordsChange() {
        assertThat(breaksWhen(next -> next.put("title", "Purchase order").put("description", "What was ordered.")))
                .isEmpty();
    }

    @Test
    void letsADefinitionBeRenamed() {
        assertThat(breaksWhen(next -> {
                    definitions(next).set("OrderState", definitions(next).remove("State"));
                    property(next, "state").put("$ref", "#/$defs/OrderState");
                }))
                .isEmpty();
    }

    @Test
    void refusesARemovedProperty() {
        assertThat(breaksWhen(next -> properties(next).remove("note")))
                .containsExactly("/note: was removed or renamed");
    }

    @Test
    void refusesARenamedProperty() {
        assertThat(breaksWhen(
                        next -> properties(next).set("remark", properties(next).remove("note"))))
                .containsExactly("/note: was removed or renamed");
    }

    @Test
    void refusesANewRequiredProperty() {
        assertThat(breaksWhen(next -> {
                    properties(next).putObject("colour").put("type", "string");
                    required(next).add("colour");
                }))
                .containsExactly("/colour: is new and required");
    }

    @Test
    void refusesAnOptionalPropertyThatBecomesRequired() {
        assertThat(breaksWhen(next -> required(next).add("note"))).containsExactly("/note: became required");
    }

    @Test
    void refusesARequiredPropertyThatBecomesOptional() {
        assertThat(breaksWhen(next -> required(next).remove(1))).containsExactly("/count: became optional");
    }

    @Test
    void refusesAnotherType() {
        assertThat(breaksWhen(next -> property(next, "note").put("type", "integer")))
                .containsExactly("/note: type was \"string\" and is \"integer\"");
    }

    @Test
    void refusesANarrowerFormat() {
        assertThat(breaksWhen(next -> property(next, "count").put("format", "int32")))
                .containsExactly("/count: format was \"int64\" and is \"int32\"");
    }

    @Test
    void refusesANewConstraint() {
        assertThat(breaksWhen(next -> property(next, "note").put("maxLength", 10)))
                .containsExactly("/note: maxLength was absent and is 10");
    }

    @Test
    void refusesARemovedEnumValue() {
        assertThat(breaksWhen(next -> states(next).remove(0))).containsExactly("/state: the value OPEN was removed");
    }

    @Test
    void refusesClosingAString() {
        assertThat(breaksWhen(next -> property(next, "note").putArray("enum").add("A")))
                .containsExactly("/note: enum changed");
    }

    @Test
    void refusesABreakInsideAList() {
        assertThat(breaksWhen(
                        next -> ((ObjectNode) definitions(next).at("/Line/properties/sku")).put("type", "integer")))
                .containsExactly("/lines/items/sku: type was \"string\" and is \"integer\"");
    }

    @Test
    void refusesAClosedObject() {
        assertThat(breaksWhen(next -> next.put("additionalProperties", false)))
                .containsExactly(": additionalProperties was true and is false");
    }

    private static List<String> breaksWhen(Consumer<ObjectNode> change) {
        ObjectNode next = (ObjectNode) parse();
        change.accept(next);
        return SchemaCompatibility.breaks(parse(), next);
    }

    private static JsonNode parse() {
        try {
            return ContractFiles.JSON.readTree(RELEASED);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.path("properties");
    }

    private static ObjectNode property(ObjectNode schema, String name) {
        return (ObjectNode) properties(schema).path(name);
    }

    private static ObjectNode definitions(ObjectNode schema) {
        return (ObjectNode) schema.path("$defs");
    }

    private static ArrayNode required(ObjectNode schema) {
        return (ArrayNode) schema.path("required");
    }

    private static ArrayNode states(ObjectNode schema) {
        return (ArrayNode) definitions(schema).at("/State/enum");
    }
}
