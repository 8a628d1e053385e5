package io.clientele.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavadocsTest {

    @Test
    void readsDescriptionAndParametersAsPlainText() {
        Javadocs.Of javadoc = Javadocs.parse(comment("""
                 A page of {@code Things}.
                 <p>Second paragraph.

                 @param items in the documented
                     order
                 @param next as {@code <cursor>}, see {@link Other}
                 @throws Whatever never
                """));

        assertThat(javadoc.description()).isEqualTo("A page of Things. Second paragraph.");
        assertThat(javadoc.parameters())
                .isEqualTo(Map.of("items", "in the documented order", "next", "as <cursor>, see Other"));
    }

    @Test
    void readsWhatTheConstantsOfAnEnumMean() {
        ObjectNode colour = comment(" A colour.");
        colour.putArray("enumConstants")
                .add(comment(" Like a rose.").put("name", "RED"))
                .add(comment("").put("name", "BLUE"));

        assertThat(Javadocs.parse(colour).description()).isEqualTo("A colour. RED: Like a rose.");
    }

    @Test
    void isEmptyWithoutJavadoc() {
        assertThat(new Javadocs().of("io.clientele.Absent").description()).isEmpty();
    }

    private static ObjectNode comment(String text) {
        return JsonNodeFactory.instance.objectNode().put("doc", text);
    }
}
