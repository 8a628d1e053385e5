package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A condition on an activity and its member, in the language of segment rules: a tree whose every node is exactly one of
 * {@code and}, {@code or}, {@code not}, {@code attribute}, {@code segment} and {@code tier}.
 *
 * @param and all of these hold; at least one
 * @param or any of these holds; at least one
 * @param not this does not hold
 * @param attribute a field has a value
 * @param segment the client was in this segment at the activity's own time
 * @param tier the member was in one of these tiers at the activity's own time; at least one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A condition on the activity and its member: exactly one of `and`, `or`, `not`, `attribute`, `segment` and `tier`.",
        examples = "{\"attribute\":{\"path\":\"category\",\"eq\":\"HOUSEHOLD\"}}")
public record Condition(
        @Nullable List<Condition> and,
        @Nullable List<Condition> or,
        @Nullable Condition not,
        @Nullable FieldTest attribute,
        @Nullable UUID segment,
        @Nullable List<String> tier) {

    /** What can be said about a condition; in this order, so that {@code and} is the least and {@code or} the greatest. */
    private enum Truth {
        NO,
        UNKNOWN,
        YES;

        static Truth of(boolean holds) {
            return holds ? YES : NO;
        }

        Truth not() {
            return values()[values().length - 1 - ordinal()];
        }
    }

    /**
     * @throws IllegalArgumentException when the node is not exactly one thing
     */
    public Condition {
        if (Stream.of(and, or, not, attribute, segment, tier)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new IllegalArgumentException(
                    "a condition is exactly one of and, or, not, attribute, segment and tier");
        }
        if (tier != null && (tier.isEmpty() || tier.stream().anyMatch(Objects::isNull))) {
            throw new IllegalArgumentException("tier names at least one tier");
        }
        tier = tier == null ? null : List.copyOf(tier);
        and = and == null ? null : some(and);
        or = or == null ? null : some(or);
    }

    /** A condition on the activity's fields alone. */
    public Condition(
            @Nullable List<Condition> and,
            @Nullable List<Condition> or,
            @Nullable Condition not,
            @Nullable FieldTest attribute) {
        this(and, or, not, attribute, null, null);
    }

    /** Holds when the field is that text. */
    public static Condition fieldIs(String path, String value) {
        return new Condition(null, null, null, new FieldTest(path, value, null, null));
    }

    /** Holds for who was in that segment. */
    public static Condition inSegment(UUID segment) {
        return new Condition(null, null, null, null, segment, null);
    }

    /** Holds for who was in one of those tiers. */
    public static Condition inTier(String... tiers) {
        return new Condition(null, null, null, null, null, List.of(tiers));
    }

    private static List<Condition> some(List<Condition> nodes) {
        if (nodes.isEmpty() || nodes.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("and and or have at least one condition");
        }
        return List.copyOf(nodes);
    }

    /** Whether the activity of that member meets this condition. */
    public boolean holds(Activity activity, MemberThen member) {
        return judge(activity, member) == Truth.YES;
    }

    /** Whether the activity may meet this condition, whoever the member is. */
    public boolean mayHold(Activity activity) {
        return judge(activity, null) != Truth.NO;
    }

    private Truth judge(Activity activity, @Nullable MemberThen member) {
        if (and != null) {
            return and.stream()
                    .map(node -> node.judge(activity, member))
                    .min(Truth::compareTo)
                    .orElseThrow();
        }
        if (or != null) {
            return or.stream()
                    .map(node -> node.judge(activity, member))
                    .max(Truth::compareTo)
                    .orElseThrow();
        }
        if (not != null) {
            return not.judge(activity, member).not();
        }
        if (attribute != null) {
            return Truth.of(attribute.holds(activity));
        }
        if (member == null) {
            return Truth.UNKNOWN;
        }
        return Truth.of(
                segment == null
                        ? Objects.requireNonNull(tier).contains(String.valueOf(member.tier()))
                        : member.segments().contains(segment));
    }

    /** Every node of the tree, this one first. */
    public Stream<Condition> nodes() {
        Stream<Condition> below = Stream.of(and, or, not == null ? null : List.of(not))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .flatMap(Condition::nodes);
        return Stream.concat(Stream.of(this), below);
    }

    /**
     * A test of one field. Numbers compare by value, everything else exactly. An absent field fails every test but
     * {@code ne}.
     *
     * @param path name of the field
     * @param eq it is this
     * @param ne it is not this
     * @param in it is one of these; at least one
     * @param gt it is a number above this
     * @param gte it is a number, this or above
     * @param lt it is a number below this
     * @param lte it is a number, this or below
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "FieldTest",
            description =
                    "A test of one field of the activity: exactly one of `eq`, `ne`, `in`, `gt`, `gte`, `lt` and `lte`.",
            examples = "{\"path\":\"category\",\"eq\":\"HOUSEHOLD\"}")
    public record FieldTest(
            @Schema(description = "Name of the field.", examples = "category")
            String path,

            @Schema(description = "The field is this: a string, number or boolean.", examples = "HOUSEHOLD") @Nullable
            Object eq,

            @Schema(description = "The field is not this, or absent.") @Nullable
            Object ne,

            @Schema(description = "The field is one of these.") @Nullable
            List<Object> in,

            @Schema(examples = "1000") @Nullable BigDecimal gt,
            @Schema(examples = "1000") @Nullable BigDecimal gte,
            @Schema(examples = "1000") @Nullable BigDecimal lt,
            @Schema(examples = "1000") @Nullable BigDecimal lte) {

        /**
         * @throws IllegalArgumentException when the test is not exactly one comparison with plain values
         */
        public FieldTest {
            if (path == null || path.isBlank() || path.length() > 100) {
                throw new IllegalArgumentException("path names a field, at most 100 characters");
            }
            if (Stream.of(eq, ne, in, gt, gte, lt, lte).filter(Objects::nonNull).count() != 1) {
                throw new IllegalArgumentException("a test has exactly one of eq, ne, in, gt, gte, lt and lte");
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

        /** A test for values, not for their order. */
        public FieldTest(String path, @Nullable Object eq, @Nullable Object ne, @Nullable List<Object> in) {
            this(path, eq, ne, in, null, null, null, null);
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
            if (eq != null) {
                return matches(activity, eq);
            }
            if (in != null) {
                return in.stream().anyMatch(value -> matches(activity, value));
            }
            BigDecimal number = activity.number(path);
            return number != null
                    && (gt == null || number.compareTo(gt) > 0)
                    && (gte == null || number.compareTo(gte) >= 0)
                    && (lt == null || number.compareTo(lt) < 0)
                    && (lte == null || number.compareTo(lte) <= 0);
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
