package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.SegmentState;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys that cursors of these collections hold; a cursor that was tampered with is refused. */
final class Cursors {

    private Cursors() {}

    static @Nullable UUID uuid(@Nullable String after) {
        return read(after, UUID::fromString);
    }

    static @Nullable Integer integer(@Nullable String after) {
        return read(after, Integer::valueOf);
    }

    static @Nullable Long whole(@Nullable String after) {
        return read(after, Long::valueOf);
    }

    static @Nullable SegmentState state(@Nullable String state) {
        return read(state, SegmentState::valueOf);
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException tampered) {
            throw ProblemException.malformed(
                    "cursor-malformed",
                    "Use `next` of the page before, unchanged.",
                    new FieldError("query:cursor", "cannot be read"));
        }
    }
}
