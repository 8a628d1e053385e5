package io.clientele.contracts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values a free, typed map of an event may hold: strings, numbers, booleans and lists of these. */
public final class JsonValues {

    private JsonValues() {}

    /**
     * An unmodifiable copy that keeps the order.
     *
     * @throws IllegalArgumentException when a value is neither a string, number or boolean nor a list of these
     */
    public static Map<String, Object> copyOf(Map<String, Object> values) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.replaceAll((name, value) -> value instanceof List<?> list ? copyOf(name, list) : scalar(name, value));
        return Collections.unmodifiableMap(copy);
    }

    static void requireScalar(String name, @Nullable Object value) {
        if (value != null) {
            scalar(name, value);
        }
    }

    private static List<Object> copyOf(String name, List<?> values) {
        List<Object> copy = new ArrayList<>(values.size());
        values.forEach(value -> copy.add(scalar(name, value)));
        return Collections.unmodifiableList(copy);
    }

    private static Object scalar(String name, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException(name + " holds a string, a number, a boolean or a list of these");
    }
}
