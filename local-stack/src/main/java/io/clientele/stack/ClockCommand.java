package io.clientele.stack;

import io.clientele.stack.server.ClockFile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Moves the business clock as {@code ./run clock} was asked: {@code --set} to an instant, or {@code +P30D} forward.
 * Months and years are those of the calendar in UTC.
 */
final class ClockCommand {

    private final ClockFile clock;

    ClockCommand(ClockFile clock) {
        this.clock = clock;
    }

    /**
     * Sets the business time.
     *
     * @throws UsageException when {@code instant} is none in RFC 3339
     */
    void set(String instant) {
        try {
            clock.set(Instant.parse(instant));
        } catch (DateTimeParseException e) {
            throw new UsageException("not a time like 1994-03-31T22:00:00Z: " + instant);
        }
    }

    /**
     * Moves the business time forward; business time never runs backwards by this command.
     *
     * @throws UsageException when {@code step} is no positive ISO 8601 period or duration with a plus sign
     */
    void forward(String step) {
        if (!step.startsWith("+P")) {
            throw new UsageException("not a step forward like +P30D or +PT12H: " + step);
        }
        var duration = durationOf(step.substring(1));
        if (duration.isNegative() || duration.isZero()) {
            throw new UsageException("the step must be positive: " + step);
        }
        clock.advance(duration);
    }

    private Duration durationOf(String step) {
        try {
            return Duration.parse(step);
        } catch (DateTimeParseException monthsOrYears) {
            return calendarDurationOf(step);
        }
    }

    private Duration calendarDurationOf(String step) {
        try {
            var now = clock.now().atZone(ZoneOffset.UTC);
            return Duration.between(now, now.plus(Period.parse(step)));
        } catch (DateTimeException e) {
            throw new UsageException("not a step forward like +P30D or +PT12H: +" + step);
        }
    }
}
