package io.clientele.analytics.activity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one activity and holds it to its type, in one pass. The one gate for activities from wherever they come: what
 * passes can be kept as it is.
 */
class ActivityReader extends StdDeserializer<Activity> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SOURCE_ID = 128;
    private static final Pattern CLIENT_NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    ActivityReader() {
        super(Activity.class);
    }

    /**
     * @throws ProblemException 422 naming the first field that is missing, unknown or not valid
     * @throws IOException when the text is no JSON
     */
    @Override
    public Activity deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw refused("", "is an object");
        }
        boolean lenient = context.isEnabled(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        String sourceId = null;
        String clientId = null;
        ActivityType type = null;
        Instant occurredAt = null;
        byte[] data = null;
        TokenBuffer early = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "sourceId" -> sourceId = sourceId(text(parser, "/sourceId"));
                case "clientId" -> clientId = clientId(text(parser, "/clientId"));
                case "type" -> type = type(text(parser, "/type"));
                case "occurredAt" -> occurredAt = time(text(parser, "/occurredAt"));
                case "data" -> {
                    if (token != JsonToken.START_OBJECT) {
                        throw refused("/data", "is an object with the fields of the type");
                    } else if (type == null) {
                        early = context.bufferForInputBuffering(parser);
                        early.copyCurrentStructure(parser);
                    } else {
                        data = new DataFields(type, lenient).read(parser);
                    }
                }
                default ->
                    throw refused(
                            "/" + name.replace("~", "~0").replace("/", "~1"),
                            "is not known; known are clientId, data, occurredAt, sourceId, type");
            }
        }
        ActivityType known = required(type, "/type");
        if (early != null) {
            try (JsonParser buffered = early.asParserOnFirstToken()) {
                data = new DataFields(known, lenient).read(buffered);
            }
        }
        return new Activity(
                required(sourceId, "/sourceId"),
                required(clientId, "/clientId"),
                known,
                required(occurredAt, "/occurredAt"),
                data == null ? new DataFields(known, lenient).none() : data);
    }

    private static String sourceId(String text) {
        if (text.isBlank() || text.length() > LONGEST_SOURCE_ID) {
            throw refused("/sourceId", "has 1 to " + LONGEST_SOURCE_ID + " characters");
        }
        return text;
    }

    private static String clientId(String text) {
        if (!CLIENT_NUMBER.matcher(text).matches()) {
            throw refused("/clientId", "is a client number: 1 to 64 letters, digits, dots, underscores and hyphens");
        }
        return text;
    }

    private static ActivityType type(String text) {
        ActivityType type = ActivityType.named(text);
        if (type == null) {
            throw ProblemException.ruleViolated(
                    "activity-type-unknown",
                    "There is no such type; see /v1/activity-types.",
                    new FieldError("/type", "is a type listed by /v1/activity-types"));
        }
        return type;
    }

    private static Instant time(String text) {
        try {
            return Rfc3339.parse(text);
        } catch (DateTimeException malformed) {
            throw refused("/occurredAt", "is an RFC 3339 time such as 2026-01-31T12:00:00Z");
        }
    }

    private static String text(JsonParser parser, String pointer) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw refused(pointer, "is a string");
        }
        return clean(parser.getText(), pointer);
    }

    /** What PostgreSQL and UTF-8 can hold. */
    static String clean(String text, String pointer) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || Character.isSurrogate(c) && !isPaired(text, i)) {
                throw refused(pointer, "holds a character that is none: U+0000 or half a pair");
            }
        }
        return text;
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static <T> T required(@Nullable T value, String pointer) {
        if (value == null) {
            throw refused(pointer, "is required");
        }
        return value;
    }

    static ProblemException refused(String pointer, String detail) {
        return ProblemException.ruleViolated(
                "invalid-field", "A field of the activity is missing or not valid.", new FieldError(pointer, detail));
    }
}
