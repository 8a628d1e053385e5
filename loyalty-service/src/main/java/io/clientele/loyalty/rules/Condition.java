package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the fields of an activity, in the language of segment rules: a tree whose every node is exactly one of
 * {@code and}, {@code or}, {@code not} and {@code attribute}.
 *
 * @param and all of these hold; at least one
 * @param or any of these holds; at least one
 * @param not this does not hold
 * @param attribute a field has a value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A condition on the activity's fields: exactly one of `and`, `or`, `not` and `attribute`.",
        examples = "{\"attribute\":{\"path\":\"category\",\"eq\":\"HOUSEHOLD\"}}")
public record Condition(
        @Nullable List<Condition> and,
        @Nullable List<Condition> or,
        @Nullable Condition not,
        @Nullable FieldTest attribute) {

    /**
     * @throws IllegalArgumentException when the node is not exactly one thing
     */
    public Condition {
        if (Stream.of(and, or, not, attribute).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("a condition is exactly one of and, or, not and attribute");
        }
        and = and == null ? null : some(and);
        or = or == null ? null : some(or);
    }

    /** Holds when the field is that text. */
    public static Condition fieldIs(String path, String value) {
        return new Condition(null, null, null, new FieldTest(path, value, null, null));
    }

    private static List<Condition> some(List<Condition> nodes) {
        if (nodes.isEmpty() || nodes.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("and and or have at least one condition");
        }
        return List.copyOf(nodes);
    }

    /** Whether the activity meets this condition. */
    public boolean holds(Activity activity) {
        if (and != null) {
            return and.stream().allMatch(node -> node.holds(activity));
        }
        if (or != null) {
            return or.stream().anyMatch(node -> node.holds(activity));
        }
        if (not != null) {
            return !not.holds(activity);
        }
        return Objects.requireNonNull(attribute).holds(activity);
    }

    /**
     * A test of one field. Numbers compare by value, everything else exactly. An absent field fails {@code eq} and
     * {@code in} and passes {@code ne}.
     *
     * @param path name of the field
     * @param eq it is this
     * @param ne it is not this
     * @param in it is one of these; at least one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "FieldTest",
            description = "A test of one field of the activity: exactly one of `eq`, `ne` and `in`.",
            examples = "{\"path\":\"category\",\"eq\":\"HOUSEHOLD\"}")
    public record FieldTest(
            @Schema(description = "Name of the field.", examples = "category")
            String path,

            @Schema(description = "The field is this: a string, number or boolean.", examples = "HOUSEHOLD") @Nullable
            Object eq,

            @Schema(description = "The field is not this, or absent.") @Nullable
            Object ne,

            @Schema(description = "The field is one of these.") @Nullable
            List<Object> in) {

        /**
         * @throws IllegalArgumentException when the test is not exactly one comparison with plain values
         */
        public FieldTest {
            if (path == null || path.isBlank() || path.length() > 100) {
                throw new IllegalArgumentException("path names a field, at most 100 characters");
            }
            if (Stream.of(eq, ne, in).filter(Objects::nonNull).count() != 1) {
                throw new IllegalArgumentException("a test has exactly one of eq, ne and in");
            }
            if (in != null && (in.isEmpty() || in.size() > 1000)) {
                throw new IllegalArgumentException("in has 1 to 1000 values");
            }
            Stream.of(eq, ne).filter(Objects::nonNull).forEach(FieldTest::requirePlain);
            if (in != null) {
                in.forEach(FieldTest::requirePlain);
                in = List.copyOf(in);
            }
        }

        private static void requirePlain(@Nullable Object value) {
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalArgumentException("a field is compared with a string, a number or a boolean");
            }
        }

        boolean holds(Activity activity) {
            if (ne != null) {
                return !matches(activity, ne);
            }
            return eq != null
                    ? matches(activity, eq)
                    : Objects.requireNonNull(in).stream().anyMatch(value -> matches(activity, value));
        }

        private boolean matches(Activity activity, Object wanted) {
            if (wanted instanceof Number) {
                BigDecimal number = activity.number(path);
                return number != null && number.compareTo(new BigDecimal(wanted.toString())) == 0;
            }
            return wanted.equals(activity.data().get(path));
        }
    }
}
