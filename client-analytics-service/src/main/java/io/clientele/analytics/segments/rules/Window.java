package io.clientele.analytics.segments.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When activities must have happened to count. An activity in the future of the evaluation never counts yet. */
public sealed interface Window {

    /** Any time until now. */
    record Ever() implements Window {}

    /**
     * A sliding window: an activity counts from the instant it happened until {@code span} has passed since then, that
     * instant excluded. For a span of days this is (now - span, now] by the bank's calendar.
     */
    record Last(Span span) implements Window {}

    /**
     * A fixed window, start included, end excluded; at least one of both.
     *
     * @param from null = since ever
     * @param to null = until now
     */
    record Fixed(@Nullable Edge from, @Nullable Edge to) implements Window {
        public Fixed {
            if (from == null && to == null) {
                throw new IllegalArgumentException("has from, to or both");
            }
        }
    }

    /** Where a fixed window begins or ends. */
    sealed interface Edge {

        /** The instant meant, by the calendar of {@code zone}. */
        Instant instant(ZoneId zone);

        /** The first instant of a day of the bank's calendar. */
        record Day(LocalDate date) implements Edge {
            @Override
            public Instant instant(ZoneId zone) {
                return date.atStartOfDay(zone).toInstant();
            }

            @Override
            public String toString() {
                return date.toString();
            }
        }

        /** An instant. */
        record Moment(Instant at) implements Edge {
            @Override
            public Instant instant(ZoneId zone) {
                return at;
            }

            @Override
            public String toString() {
                return at.toString();
            }
        }
    }
}
