package io.clientele.analytics.segments.rules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A length of time, ISO 8601: a calendar part (years, months, weeks, days) and a clock part (hours, minutes, seconds),
 * such as {@code P90D}, {@code P1Y2M} or {@code PT36H}. Longer than nothing, at most 100 years, no finer than a second.
 *
 * <p>The calendar part follows the bank's calendar: {@code P1D} after noon is noon of the next day, though 23 or 25 hours
 * may lie between; {@code P1M} after 31 January is the last day of February. A time of day that daylight saving skips
 * moves forward by the gap; one that occurs twice means the first, unless the span began in the second. The clock part
 * counts elapsed time and is added after the calendar part.
 */
public record Span(Period calendar, Duration clock) {

    private static final int LONGEST_YEARS = 100;

    public Span {
        if (calendar.isNegative() || clock.isNegative() || (calendar.isZero() && clock.isZero())) {
            throw new IllegalArgumentException("is longer than nothing");
        }
        if (calendar.getYears() > LONGEST_YEARS
                || calendar.toTotalMonths() > LONGEST_YEARS * 12L
                || calendar.getDays() > LONGEST_YEARS * 366
                || clock.toDays() > LONGEST_YEARS * 366L) {
            throw new IllegalArgumentException("is at most " + LONGEST_YEARS + " years");
        }
        if (clock.getNano() != 0) {
            throw new IllegalArgumentException("is no finer than a second");
        }
    }

    /**
     * Reads ISO 8601.
     *
     * @throws IllegalArgumentException saying what is allowed
     */
    public static Span parse(String text) {
        try {
            int time = text.indexOf('T');
            if (time < 0) {
                return new Span(Period.parse(text), Duration.ZERO);
            }
            Duration clock = Duration.parse("P" + text.substring(time));
            return time == 1 && text.startsWith("P")
                    ? new Span(Period.ZERO, clock)
                    : new Span(Period.parse(text.substring(0, time)), clock);
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw new IllegalArgumentException("is an ISO 8601 period such as P90D, P1M or PT36H", unreadable);
        }
    }

    /** The instant when this span has passed since {@code start}, by the calendar of {@code zone}. */
    public Instant after(Instant start, ZoneId zone) {
        return calendar.isZero()
                ? start.plus(clock)
                : ZonedDateTime.ofInstant(start, zone)
                        .plus(calendar)
                        .toInstant()
                        .plus(clock);
    }

    /**
     * An instant before every start from which this span has not yet passed at {@code now}: a safe lower bound for
     * looking up activities, a few days too early at most.
     */
    public Instant before(Instant now) {
        // months differ in length by at most 3 days; a clock change moves a start by less than a day
        Duration slack = Duration.ofDays(4);
        return ZonedDateTime.ofInstant(now, java.time.ZoneOffset.UTC)
                .minus(calendar)
                .toInstant()
                .minus(clock)
                .minus(slack);
    }

    /** Canonical ISO 8601. */
    @Override
    public String toString() {
        if (clock.isZero()) {
            return calendar.toString();
        }
        return calendar.isZero()
                ? clock.toString()
                : calendar + clock.toString().substring(1);
    }
}
