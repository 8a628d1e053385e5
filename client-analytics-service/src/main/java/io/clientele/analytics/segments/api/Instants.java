package io.clientele.analytics.segments.api;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Instants as callers send them, within the years the database and the calendar are meant for. */
final class Instants {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Instants() {}

    static @Nullable Instant bounded(@Nullable Instant instant, String pointer) {
        if (instant != null && (instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST))) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "Some fields are missing or not valid; each is listed with what is allowed.",
                    new FieldError(pointer, "lies from 1970 to 2199"));
        }
        return instant;
    }

    /** A query parameter. */
    static @Nullable Instant parameter(@Nullable String text, String name) {
        if (text == null) {
            return null;
        }
        try {
            return bounded(Instant.parse(text), "query:" + name);
        } catch (DateTimeParseException unreadable) {
            throw ProblemException.malformed(
                    "malformed-field",
                    "A parameter cannot be read.",
                    new FieldError("query:" + name, "is expected to be an RFC 3339 time such as 2026-01-31T12:00:00Z"));
        }
    }
}
