package io.clientele.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** JSON that cannot be read into what was asked for, with a pointer to the place. Never echoes what was sent. */
final class UnreadableJson {

    private UnreadableJson() {}

    static ProblemException diagnose(JsonProcessingException unreadable) {
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown ->
                ProblemException.malformed(
                        "unknown-field",
                        "The body has a field that is not known here.",
                        new FieldError(
                                pointer(unknown),
                                "is not known; known are "
                                        + unknown.getKnownPropertyIds().stream()
                                                .map(String::valueOf)
                                                .sorted()
                                                .collect(Collectors.joining(", "))));
            case ValueInstantiationException refused ->
                ProblemException.ruleViolated(
                        "invalid-field", "A field is not valid.", new FieldError(pointer(refused), reason(refused)));
            case InvalidFormatException wrong ->
                ProblemException.malformed(
                        "malformed-field",
                        "A field cannot be read.",
                        new FieldError(pointer(wrong), expected(wrong.getTargetType())));
            case MismatchedInputException wrong ->
                ProblemException.malformed(
                        "malformed-field",
                        "A field cannot be read.",
                        new FieldError(pointer(wrong), expected(wrong.getTargetType())));
            case StreamConstraintsException tooMuch ->
                ProblemException.malformed(
                        "json-too-large",
                        "The body exceeds a limit: 64 levels, 100,000 characters a string, 2 MB in all.");
            case JsonMappingException wrong
            when wrong.getCause() instanceof StreamConstraintsException ->
                ProblemException.malformed(
                        "json-too-large",
                        "The body exceeds a limit: 64 levels, 100,000 characters a string, 2 MB in all.");
            case JsonMappingException wrong ->
                ProblemException.malformed(
                        "malformed-field", "A field cannot be read.", new FieldError(pointer(wrong), "cannot be read"));
            default ->
                ProblemException.malformed(
                        "malformed-json",
                        "The body is not JSON: see line "
                                + unreadable.getLocation().getLineNr() + ", column "
                                + unreadable.getLocation().getColumnNr() + ".");
        };
    }

    private static String pointer(JsonMappingException at) {
        return at.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? "/" + step.getIndex()
                        : "/" + step.getFieldName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String reason(ValueInstantiationException refused) {
        Throwable cause = refused.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "is not valid";
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "has another type than expected";
        }
        if (type.isEnum()) {
            return "is one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return "is expected to be " + named(type);
    }

    private static String named(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String", "CharSequence" -> "a string";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "BigDecimal" -> "a decimal";
            case "boolean", "Boolean" -> "true or false";
            case "Instant" -> "an RFC 3339 time such as 2026-01-31T12:00:00Z";
            case "LocalDate" -> "an ISO 8601 date such as 2026-01-31";
            case "Duration", "Period" -> "an ISO 8601 period such as P90D";
            case "UUID" -> "a UUID";
            case "List", "ArrayList", "Set", "HashSet", "Collection" -> "an array";
            default -> "an object";
        };
    }
}
