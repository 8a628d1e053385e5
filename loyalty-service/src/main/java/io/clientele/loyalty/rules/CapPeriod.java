package io.clientele.loyalty.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Calendar periods of a programme's time zone; weeks begin on Monday. */
public enum CapPeriod {
    DAY(Period.ofDays(1)) {
        @Override
        LocalDate firstDay(LocalDate day) {
            return day;
        }
    },
    WEEK(Period.ofDays(7)) {
        @Override
        LocalDate firstDay(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    },
    MONTH(Period.ofMonths(1)) {
        @Override
        LocalDate firstDay(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    },
    QUARTER(Period.ofMonths(3)) {
        @Override
        LocalDate firstDay(LocalDate day) {
            return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
        }
    },
    YEAR(Period.ofYears(1)) {
        @Override
        LocalDate firstDay(LocalDate day) {
            return day.withDayOfYear(1);
        }
    },
    /** One period without end. */
    EVER(null) {
        @Override
        LocalDate firstDay(LocalDate day) {
            return LocalDate.EPOCH;
        }
    };

    private final @Nullable Period length;

    CapPeriod(@Nullable Period length) {
        this.length = length;
    }

    abstract LocalDate firstDay(LocalDate day);

    /** First instant of the period that {@code time} lies in. */
    public Instant start(Instant time, ZoneId zone) {
        LocalDate first = firstDay(time.atZone(zone).toLocalDate());
        return length == null ? Instant.EPOCH : first.atStartOfDay(zone).toInstant();
    }

    @Nullable
    Instant end(Instant time, ZoneId zone) {
        return length == null
                ? null
                : firstDay(time.atZone(zone).toLocalDate())
                        .plus(length)
                        .atStartOfDay(zone)
                        .toInstant();
    }
}
