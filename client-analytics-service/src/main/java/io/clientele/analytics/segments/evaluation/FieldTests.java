package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Bound;
import io.clientele.analytics.segments.rules.FieldTest;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a field's value passes a test. */
final class FieldTests {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private FieldTests() {}

    static boolean passes(FieldTest test, @Nullable Value actual) {
        return switch (test) {
            case FieldTest.Equal equal -> isOneOf(actual, List.of(equal.value()));
            case FieldTest.NotEqual notEqual -> !isOneOf(actual, List.of(notEqual.value()));
            case FieldTest.In in -> isOneOf(actual, in.values());
            case FieldTest.NotIn notIn -> !isOneOf(actual, notIn.values());
            case FieldTest.Ordered ordered -> {
                OptionalInt order = order(actual, ordered.bound());
                yield order.isPresent() && ordered.comparison().holds(order.getAsInt());
            }
            case FieldTest.Between between -> {
                OptionalInt low = order(actual, between.low());
                OptionalInt high = order(actual, between.high());
                yield low.isPresent() && high.isPresent() && low.getAsInt() >= 0 && high.getAsInt() <= 0;
            }
            case FieldTest.AnniversaryWithin anniversary ->
                throw new IllegalArgumentException("an anniversary depends on the day it is");
            case FieldTest.Exists exists -> exists.expected() == (actual != null);
            case FieldTest.StartsWith startsWith ->
                actual instanceof Value.Text(String text) && text.startsWith(startsWith.prefix());
            case FieldTest.Contains contains ->
                actual instanceof Value.Text(String text) && text.contains(contains.part());
            case FieldTest.HasAny hasAny -> isOneOf(actual, hasAny.values());
            case FieldTest.HasAll hasAll ->
                actual != null && hasAll.values().stream().allMatch(wanted -> isOneOf(actual, List.of(wanted)));
        };
    }

    /** The plain decimal a value is, or null. */
    static @Nullable BigDecimal decimal(Value value) {
        return switch (value) {
            case Value.Decimal number -> number.decimal();
            case Value.Text text -> DECIMAL.matcher(text.text()).matches() ? new BigDecimal(text.text()) : null;
            case Value.Flag flag -> null;
            case Value.Several several -> null;
        };
    }

    private static boolean isOneOf(@Nullable Value actual, List<Value> wanted) {
        return switch (actual) {
            case null -> false;
            case Value.Several several -> several.values().stream().anyMatch(each -> isOneOf(each, wanted));
            case Value.Text text -> wanted.stream().anyMatch(each -> same(each, text));
            case Value.Decimal decimal -> wanted.contains(decimal);
            case Value.Flag flag -> wanted.contains(flag);
        };
    }

    private static boolean same(Value wanted, Value.Text actual) {
        if (wanted instanceof Value.Decimal(BigDecimal number)) {
            BigDecimal decimal = decimal(actual);
            return decimal != null && decimal.compareTo(number) == 0;
        }
        return wanted.equals(actual);
    }

    private static OptionalInt order(@Nullable Value actual, Bound bound) {
        if (actual == null) {
            return OptionalInt.empty();
        }
        return switch (bound) {
            case Bound.Number number -> {
                BigDecimal decimal = decimal(actual);
                yield decimal == null ? OptionalInt.empty() : OptionalInt.of(decimal.compareTo(number.decimal()));
            }
            case Bound.Day day -> {
                LocalDate date = date(actual);
                yield date == null ? OptionalInt.empty() : OptionalInt.of(date.compareTo(day.date()));
            }
            case Bound.FromToday fromToday ->
                throw new IllegalArgumentException("a distance from today depends on the day it is");
        };
    }

    /** The day a value is, or null. */
    static @Nullable LocalDate date(@Nullable Value value) {
        if (!(value instanceof Value.Text(String text)) || text.length() != 10) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }
}
