package io.clientele.analytics.segments.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the one test an {@code attribute} node holds beside its path. */
final class FieldTestReader {

    static final List<String> TESTS = List.of(
            "eq",
            "ne",
            "in",
            "notIn",
            "gt",
            "gte",
            "lt",
            "lte",
            "between",
            "anniversaryWithin",
            "exists",
            "startsWith",
            "contains",
            "hasAny",
            "hasAll");
    static final List<String> MEMBERS =
            Stream.concat(Stream.of("path", "currency"), TESTS.stream()).toList();
    private static final List<String> ABOUT_TODAY = List.of("today");
    private static final int MOST_VALUES = 500;
    private static final int MOST_YEARS = 200;

    private final Findings findings;

    FieldTestReader(Findings findings) {
        this.findings = findings;
    }

    @Nullable
    FieldTest read(JsonNode node, String pointer, RuleReader.Subject subject) {
        List<String> given = TESTS.stream().filter(node::has).toList();
        if (given.size() != 1) {
            findings.add(pointer, "has, beside path, exactly one of " + Findings.list(TESTS));
            return null;
        }
        String test = given.getFirst();
        JsonNode operand = node.path(test);
        String at = Findings.child(pointer, test);
        return switch (test) {
            case "eq" -> map(value(operand, at), FieldTest.Equal::new);
            case "ne" -> map(value(operand, at), FieldTest.NotEqual::new);
            case "in" -> map(values(operand, at), FieldTest.In::new);
            case "notIn" -> map(values(operand, at), FieldTest.NotIn::new);
            case "gt" -> ordered(Comparison.GT, operand, at, subject);
            case "gte" -> ordered(Comparison.GTE, operand, at, subject);
            case "lt" -> ordered(Comparison.LT, operand, at, subject);
            case "lte" -> ordered(Comparison.LTE, operand, at, subject);
            case "between" -> between(operand, at, subject);
            case "anniversaryWithin" -> anniversary(operand, at, subject);
            case "exists" -> exists(operand, at);
            case "startsWith" -> map(findings.text(operand, at), FieldTest.StartsWith::new);
            case "contains" -> map(findings.text(operand, at), FieldTest.Contains::new);
            case "hasAny" -> map(values(operand, at), FieldTest.HasAny::new);
            case "hasAll" -> map(values(operand, at), FieldTest.HasAll::new);
            default -> throw new IllegalStateException("test " + test + " is allowed but not read");
        };
    }

    /** The currency an activity's amount is converted to before the test; null when there is none or it was reported. */
    @Nullable
    Currency currency(JsonNode node, String pointer, RuleReader.Subject subject, @Nullable FieldTest test) {
        if (!node.has("currency")) {
            return null;
        }
        boolean comparesNumbers = switch (test) {
            case FieldTest.Ordered ordered -> ordered.bound() instanceof Bound.Number;
            case FieldTest.Between between -> between.low() instanceof Bound.Number;
            case null, default -> test == null;
        };
        if (subject != RuleReader.Subject.ACTIVITY || !comparesNumbers) {
            findings.add(
                    pointer + "/currency",
                    "is allowed inside where only, with gt, gte, lt, lte or between and decimals");
            return null;
        }
        return findings.currency(node, pointer);
    }

    private @Nullable FieldTest ordered(
            Comparison comparison, JsonNode operand, String pointer, RuleReader.Subject subject) {
        return map(bound(operand, pointer, subject), bound -> new FieldTest.Ordered(comparison, bound));
    }

    private @Nullable FieldTest between(JsonNode operand, String pointer, RuleReader.Subject subject) {
        if (!operand.isArray() || operand.size() != 2) {
            findings.add(pointer, "is an array of two, the lowest and the highest, both included");
            return null;
        }
        Bound low = bound(operand.path(0), pointer + "/0", subject);
        Bound high = bound(operand.path(1), pointer + "/1", subject);
        if (low == null || high == null) {
            return null;
        }
        boolean ascending = switch (low) {
            case Bound.Number from ->
                high instanceof Bound.Number to && from.decimal().compareTo(to.decimal()) <= 0;
            case Bound.Day from ->
                high instanceof Bound.FromToday
                        || high instanceof Bound.Day to && !from.date().isAfter(to.date());
            // whether a day or another distance from today is later may depend on when it is asked
            case Bound.FromToday from -> !(high instanceof Bound.Number);
        };
        if (!ascending) {
            findings.add(pointer, "is an array of two numbers or two days, the lower one first");
            return null;
        }
        return new FieldTest.Between(low, high);
    }

    private @Nullable FieldTest exists(JsonNode operand, String pointer) {
        if (!operand.isBoolean()) {
            findings.add(pointer, "is true or false");
            return null;
        }
        return new FieldTest.Exists(operand.booleanValue());
    }

    private @Nullable FieldTest anniversary(JsonNode operand, String pointer, RuleReader.Subject subject) {
        Period within = subject == RuleReader.Subject.ACTIVITY ? null : period(operand);
        if (within == null || within.isNegative() || within.toTotalMonths() > 12 || within.getDays() > 366) {
            findings.add(pointer, "is a period of at most a year such as P7D; over fields of a client only");
            return null;
        }
        return new FieldTest.AnniversaryWithin(within);
    }

    private @Nullable Bound bound(JsonNode operand, String pointer, RuleReader.Subject subject) {
        if (operand.isObject() && subject != RuleReader.Subject.ACTIVITY) {
            return fromToday(operand, pointer);
        }
        BigDecimal decimal = Findings.decimalIn(operand);
        if (decimal != null) {
            return new Bound.Number(decimal);
        }
        if (operand.isTextual()) {
            try {
                return new Bound.Day(LocalDate.parse(operand.textValue()));
            } catch (DateTimeParseException noDate) {
                // reported below
            }
        }
        findings.add(
                pointer,
                "is a decimal such as \"5000\", a date such as \"1994-03-31\" or, of a client, {\"today\": \"-P18Y\"}");
        return null;
    }

    private @Nullable Bound fromToday(JsonNode operand, String pointer) {
        if (!findings.isObject(operand, pointer, ABOUT_TODAY)) {
            return null;
        }
        Period offset = period(operand.path("today"));
        if (offset == null
                || Math.abs(offset.toTotalMonths()) > MOST_YEARS * 12L
                || Math.abs((long) offset.getDays()) > MOST_YEARS * 366L) {
            findings.add(
                    pointer + "/today",
                    "is a period from today such as P30D, -P18Y or P0D, at most " + MOST_YEARS + " years");
            return null;
        }
        return new Bound.FromToday(offset);
    }

    private static @Nullable Period period(JsonNode operand) {
        try {
            return Period.parse(operand.isTextual() ? operand.textValue() : "");
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private @Nullable List<Value> values(JsonNode operand, String pointer) {
        if (!operand.isArray() || operand.isEmpty() || operand.size() > MOST_VALUES) {
            findings.add(pointer, "is an array of 1 to " + MOST_VALUES + " strings, numbers or booleans");
            return null;
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < operand.size(); i++) {
            Value value = value(operand.path(i), pointer + "/" + i);
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == operand.size() ? values.stream().distinct().toList() : null;
    }

    private @Nullable Value value(JsonNode operand, String pointer) {
        return switch (operand.getNodeType()) {
            case STRING -> map(findings.text(operand, pointer), Value.Text::new);
            case NUMBER -> map(findings.decimal(operand, pointer), Value.Decimal::new);
            case BOOLEAN -> new Value.Flag(operand.booleanValue());
            case ARRAY, BINARY, MISSING, NULL, OBJECT, POJO -> {
                findings.add(pointer, "is a string, a number or a boolean");
                yield null;
            }
        };
    }

    private static <S, T> @Nullable T map(@Nullable S source, Function<S, T> make) {
        return source == null ? null : make.apply(source);
    }
}
