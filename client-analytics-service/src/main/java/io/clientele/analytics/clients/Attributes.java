package io.clientele.analytics.clients;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The free attributes of a client: strings, numbers, booleans and lists of these, by name. */
final class Attributes {

    private static final int MAX_ATTRIBUTES = 200;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_ITEMS = 100;
    private static final int MAX_DIGITS = 30;
    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,63}";

    private Attributes() {}

    /** Notes what is wrong with attributes as they were sent. */
    static void check(Map<String, ?> attributes, Findings findings) {
        if (attributes.size() > MAX_ATTRIBUTES) {
            findings.add("/attributes", "holds at most " + MAX_ATTRIBUTES + " attributes");
        }
        attributes.forEach((name, value) -> {
            if (!name.matches(NAME)) {
                findings.add(
                        "/attributes",
                        "names begin with a letter and have up to 64 letters, digits, hyphens and underscores");
            } else if (value instanceof List<?> list) {
                if (list.size() > MAX_ITEMS || !list.stream().allMatch(Attributes::isScalar)) {
                    findings.add(
                            "/attributes/" + name, "a list has at most " + MAX_ITEMS + " strings, numbers or booleans");
                }
            } else if (!isScalar(value)) {
                findings.add(
                        "/attributes/" + name,
                        "is a string of up to 1000 characters, a number of up to 30 digits, a boolean or a list of these");
            }
        });
    }

    private static boolean isScalar(Object value) {
        return switch (value) {
            case null -> false;
            case String text -> text.length() <= MAX_TEXT && text.indexOf('\0') < 0;
            case Number number -> isBounded(decimal(number));
            case Boolean truth -> true;
            default -> false;
        };
    }

    private static boolean isBounded(BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS;
    }

    /** The same attributes in order of name, each number in the one form that equal numbers share. */
    static Map<String, Object> normalised(Map<String, Object> attributes) {
        Map<String, Object> normalised = new TreeMap<>(attributes);
        normalised.replaceAll((name, value) -> value instanceof List<?> list
                ? list.stream().map(Attributes::scalar).toList()
                : scalar(value));
        return normalised;
    }

    private static Object scalar(Object value) {
        return value instanceof Number number ? normalised(decimal(number)) : value;
    }

    static BigDecimal normalised(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal exact -> exact;
            case BigInteger whole -> new BigDecimal(whole);
            default -> new BigDecimal(number.toString());
        };
    }
}
