package io.clientele.analytics.segments.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as JSON. */
public final class ValueJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private static final int MOST_DIGITS = 100;

    private ValueJson() {}

    /** The JSON of {@code value}. */
    public static JsonNode write(Value value) {
        return switch (value) {
            case Value.Text text -> JSON.textNode(text.text());
            case Value.Decimal decimal -> JSON.numberNode(decimal.decimal());
            case Value.Flag flag -> JSON.booleanNode(flag.flag());
            case Value.Several several -> {
                ArrayNode array = JSON.arrayNode();
                several.values().forEach(each -> array.add(write(each)));
                yield array;
            }
        };
    }

    /** A number of more digits than any rule can name is text, which no arithmetic takes for a number. */
    private static Value number(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS
                ? new Value.Text(number.toString())
                : new Value.Decimal(number);
    }

    /** What a field of a record or activity holds; null for JSON null and for objects, which rules cannot ask for. */
    public static @Nullable Value read(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> new Value.Text(json.textValue());
            case NUMBER -> number(json.decimalValue());
            case BOOLEAN -> new Value.Flag(json.booleanValue());
            case ARRAY -> {
                List<Value> values = new ArrayList<>();
                json.forEach(each -> {
                    Value value = read(each);
                    if (value != null) {
                        values.add(value);
                    }
                });
                yield new Value.Several(values);
            }
            case NULL, MISSING, OBJECT, BINARY, POJO -> null;
        };
    }
}
