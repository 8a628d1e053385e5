package io.clientele.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contracts.fixtures.Everything;
import io.clientele.contracts.fixtures.Undescribed;
import io.clientele.contracts.fixtures.WithDouble;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SchemaGeneratorTest {

    private static final URI ID = URI.create("https://clientele.example/schemas/test.schema.json");

    private final SchemaGenerator generator = new SchemaGenerator(
            new Documentation(ContractFiles.SOURCES, ContractFiles.ROOT.resolve("event-contracts/src/test/java")));

    @Test
    void writesTypesAndFormats() {
        JsonNode properties = generator.schemaOf(Everything.class, ID).path("properties");

        assertThat(properties.at("/id/format").asText()).isEqualTo("uuid");
        assertThat(properties.at("/id/description").asText()).isEqualTo("its id, on two lines");
        assertThat(properties.at("/count/format").asText()).isEqualTo("int32");
        assertThat(properties.at("/amount/format").asText()).isEqualTo("int64");
        assertThat(properties.at("/share/type").asText()).isEqualTo("number");
        assertThat(properties.at("/on/format").asText()).isEqualTo("date");
        assertThat(properties.at("/at/format").asText()).isEqualTo("date-time");
        assertThat(properties.at("/names/items/type").asText()).isEqualTo("string");
        assertThat(properties.at("/values/additionalProperties/anyOf")).hasSize(2);
    }

    @Test
    void writesMoneyAsDecimalStringWithCurrency() {
        ObjectNode schema = generator.schemaOf(Everything.class, ID);

        assertThat(schema.at("/properties/price/$ref").asText()).isEqualTo("#/$defs/Money");
        assertThat(schema.at("/$defs/Money/properties/amount/type").asText()).isEqualTo("string");
        assertThat("1250.00")
                .matches(schema.at("/$defs/Money/properties/amount/pattern").asText());
        assertThat(schema.at("/$defs/Money/required")).hasSize(2);
    }

    @Test
    void writesEnumsWithTheirMeanings() {
        JsonNode colour = generator.schemaOf(Everything.class, ID).at("/$defs/Colour");

        assertThat(colour.path("enum")).extracting(JsonNode::asText).containsExactly("RED", "BLUE");
        assertThat(colour.path("description").asText()).isEqualTo("A colour. RED: Like a rose. BLUE: Like the sky.");
    }

    @Test
    void requiresWhatIsNotNullableAndStaysOpen() {
        ObjectNode schema = generator.schemaOf(Everything.class, ID);

        assertThat(schema.path("required"))
                .extracting(JsonNode::asText)
                .containsExactly("id", "count", "amount", "on", "at", "names", "values");
        assertThat(schema.path("additionalProperties").asBoolean()).isTrue();
        assertThat(schema.path("$id").asText()).isEqualTo(ID.toString());
    }

    @Test
    void refusesATypeThatEventsDoNotHold() {
        assertThatIllegalStateException()
                .isThrownBy(() -> generator.schemaOf(WithDouble.class, ID))
                .withMessageContaining("double");
    }

    @Test
    void refusesAComponentWithoutDescription() {
        assertThatIllegalStateException()
                .isThrownBy(() -> generator.schemaOf(Undescribed.class, ID))
                .withMessageContaining("somethingElse");
    }
}
