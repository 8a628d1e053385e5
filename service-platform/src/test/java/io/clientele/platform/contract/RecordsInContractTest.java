package io.clientele.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsInContractTest {

    /**
     * What a caller reads.
     *
     * @param number its number
     * @param note a remark
     */
    record Answer(String number, @Nullable String note) {}

    /**
     * What a caller sends.
     *
     * @param amount how much
     */
    record Order(String amount) {}

    /**
     * One of many.
     *
     * @param items the many
     */
    record Many<T>(List<T> items) {}

    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Shown")
    record Renamed(String text) {}

    /** A colour. */
    enum Colour {
        /** Like a rose. */
        RED
    }

    private final OpenAPI contract = OASFactory.createOpenAPI().components(OASFactory.createComponents());

    @Test
    void requiresWhatAnAnswerAlwaysHolds() throws IOException {
        Schema answer = given("Answer", object("number", "note"));

        filter();

        assertThat(answer.getRequired()).containsExactly("number");
    }

    @Test
    void describesRecordsByTheirJavadocUnlessTheySayItThemselves() throws IOException {
        Schema answer = given("Answer", object("number", "note"));
        property(answer, "note").setDescription("Something else.");

        filter();

        assertThat(answer.getDescription()).isEqualTo("What a caller reads.");
        assertThat(property(answer, "number").getDescription()).isEqualTo("its number");
        assertThat(property(answer, "note").getDescription()).isEqualTo("Something else.");
    }

    @Test
    void leavesWhatIsRequiredOfARequestToItsValidation() throws IOException {
        Schema order = given("Order", object("amount"));
        contract.paths(OASFactory.createPaths()
                .addPathItem(
                        "/v1/orders",
                        OASFactory.createPathItem()
                                .POST(OASFactory.createOperation()
                                        .requestBody(OASFactory.createRequestBody()
                                                .content(OASFactory.createContent()
                                                        .addMediaType(
                                                                "application/json",
                                                                OASFactory.createMediaType()
                                                                        .schema(OASFactory.createSchema()
                                                                                .items(OASFactory.createSchema()
                                                                                        .ref("Order")))))))));

        filter();

        assertThat(order.getRequired()).isNull();
        assertThat(order.getDescription()).isEqualTo("What a caller sends.");
    }

    @Test
    void knowsGenericAndNumberedAndRenamedTypes() throws IOException {
        Schema many = given("ManyAnswer", object("items"));
        Schema second = given("Answer1", object("number", "note"));
        Schema shown = given("Shown", object("text"));

        filter();

        assertThat(many.getRequired()).containsExactly("items");
        assertThat(second.getRequired()).containsExactly("number");
        assertThat(shown.getRequired()).containsExactly("text");
    }

    @Test
    void leavesATypeThatDoesNotFitAlone() throws IOException {
        Schema other = given("Answer", object("number"));

        filter();

        assertThat(other.getRequired()).isNull();
    }

    @Test
    void describesTheConstantsOfAnEnum() throws IOException {
        Schema colour = given("Colour", OASFactory.createSchema().addEnumeration("RED"));

        filter();

        assertThat(colour.getDescription()).isEqualTo("A colour. RED: Like a rose.");
    }

    private void filter() throws IOException {
        new RecordsInContract(Index.of(Answer.class, Order.class, Many.class, Renamed.class, Colour.class))
                .filterOpenAPI(contract);
    }

    private Schema given(String name, Schema schema) {
        contract.getComponents().addSchema(name, schema);
        return schema;
    }

    private static Schema property(Schema schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name));
    }

    private static Schema object(String... properties) {
        Schema schema = OASFactory.createSchema();
        for (String property : properties) {
            schema.addProperty(property, OASFactory.createSchema());
        }
        return schema;
    }
}
