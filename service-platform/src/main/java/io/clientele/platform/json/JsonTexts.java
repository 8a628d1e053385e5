package io.clientele.platform.json;

import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many JSON texts as one parameter of a statement. An array parameter would be escaped character by character here and read
 * the same way there; JSON needs none of it, since it holds no control character unescaped (RFC 8259, 7).
 */
public final class JsonTexts {

    /** The array of the texts in SQL: one parameter, as {@link #joined} makes it. */
    public static final String ARRAY = "string_to_array(?, chr(1), chr(2))";

    private static final String NONE = "\u0002";

    private JsonTexts() {}

    /** The texts of items as one parameter; null for SQL null. Not for an empty collection. */
    public static <T> String joined(Iterable<T> items, Function<T, @Nullable String> text) {
        StringJoiner joined = new StringJoiner("\u0001");
        for (T item : items) {
            String one = text.apply(item);
            joined.add(one == null ? NONE : one);
        }
        return joined.toString();
    }
}
