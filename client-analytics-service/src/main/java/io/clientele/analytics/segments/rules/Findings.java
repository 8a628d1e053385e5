package io.clientele.analytics.segments.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.platform.problem.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a rule, and reads the scalars every part of it is made of. */
final class Findings {

    private static final int MOST_SHOWN = 50;
    private static final int LONGEST_TEXT = 200;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String detail) {
        if (errors.size() < MOST_SHOWN) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }

    /** Whether {@code node} is an object; unknown members are reported by name. */
    boolean isObject(JsonNode node, String pointer, Collection<String> allowed) {
        if (!node.isObject()) {
            add(pointer, "is an object with " + list(allowed));
            return false;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                add(child(pointer, name), "is unknown here; allowed are " + list(allowed));
            }
        });
        return true;
    }

    /** The string at {@code name}, 1 to 200 characters; null when reported. */
    @Nullable
    String text(JsonNode parent, String name, String pointer) {
        JsonNode node = parent.path(name);
        return node.isMissingNode() ? missing(pointer, name) : text(node, child(pointer, name));
    }

    @Nullable
    String text(JsonNode node, String pointer) {
        if (!node.isTextual()
                || node.textValue().isEmpty()
                || node.textValue().length() > LONGEST_TEXT
                || node.textValue().chars().anyMatch(Character::isISOControl)) {
            add(pointer, "is a string of 1 to " + LONGEST_TEXT + " characters without control characters");
            return null;
        }
        return node.textValue();
    }

    /** A number, or a string that is a plain decimal; null when reported. */
    @Nullable
    BigDecimal decimal(JsonNode node, String pointer) {
        BigDecimal decimal = decimalIn(node);
        if (decimal == null) {
            add(pointer, "is a decimal such as \"5000\" or \"-12.50\", at most 30 digits before and after the point");
        }
        return decimal;
    }

    /** The plain decimal {@code node} is, or null. */
    static @Nullable BigDecimal decimalIn(JsonNode node) {
        if (node.isTextual() && DECIMAL.matcher(node.textValue()).matches()) {
            return new BigDecimal(node.textValue());
        }
        if (!node.isNumber()) {
            return null;
        }
        BigDecimal number = node.decimalValue();
        long digitsBefore = (long) number.precision() - number.scale();
        return number.scale() <= 30 && digitsBefore <= 30 ? number : null;
    }

    /** A length of time; null when reported. */
    @Nullable
    Span span(JsonNode node, String pointer) {
        try {
            return Span.parse(node.isTextual() ? node.textValue() : "");
        } catch (IllegalArgumentException refused) {
            add(pointer, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    /** A currency that amounts are paid in; null when reported. */
    @Nullable
    Currency currency(JsonNode parent, String pointer) {
        String code =
                parent.path("currency").isTextual() ? parent.path("currency").textValue() : "";
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // reported below
        }
        add(pointer + "/currency", "is the ISO 4217 code of a currency paid in, such as EUR");
        return null;
    }

    /** A day from 1900 to 2199; null when reported. */
    @Nullable
    LocalDate day(JsonNode parent, String name, String pointer) {
        String text = parent.path(name).isTextual() ? parent.path(name).textValue() : "";
        try {
            LocalDate day = LocalDate.parse(text);
            if (1900 <= day.getYear() && day.getYear() <= 2199) {
                return day;
            }
        } catch (DateTimeParseException unreadable) {
            // reported below
        }
        add(child(pointer, name), "is a day such as 1994-03-31, from 1900 to 2199");
        return null;
    }

    <T> @Nullable T missing(String pointer, String name) {
        add(child(pointer, name), "is missing");
        return null;
    }

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String list(Collection<String> words) {
        return String.join(", ", words);
    }
}
