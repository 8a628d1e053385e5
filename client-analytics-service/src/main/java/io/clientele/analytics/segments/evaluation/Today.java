package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Bound;
import io.clientele.analytics.segments.rules.FieldTest;
import io.clientele.analytics.segments.rules.Value;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests of a field on a day, and the days on which the answer changes although the field does not. */
final class Today {

    /** By so many days adding and taking away the same months may differ. */
    private static final int SLACK = 5;

    private Today() {}

    static boolean passes(FieldTest test, @Nullable Value actual, LocalDate today) {
        return switch (test) {
            case FieldTest.AnniversaryWithin anniversary -> {
                LocalDate date = FieldTests.date(actual);
                yield date != null && !next(date, today).isAfter(today.plus(anniversary.within()));
            }
            case FieldTest.Ordered ordered ->
                FieldTests.passes(new FieldTest.Ordered(ordered.comparison(), on(today, ordered.bound())), actual);
            case FieldTest.Between between ->
                FieldTests.passes(new FieldTest.Between(on(today, between.low()), on(today, between.high())), actual);
            default -> FieldTests.passes(test, actual);
        };
    }

    /** The first later day with another answer; null = never. */
    static @Nullable LocalDate firstChange(FieldTest test, @Nullable Value actual, LocalDate today) {
        LocalDate date = FieldTests.date(actual);
        if (date == null) {
            return null;
        }
        boolean passes = passes(test, actual, today);
        return candidates(test, date, today).stream()
                .filter(today::isBefore)
                .sorted()
                .filter(day -> passes(test, actual, day) != passes)
                .findFirst()
                .orElse(null);
    }

    private static List<LocalDate> candidates(FieldTest test, LocalDate date, LocalDate today) {
        return switch (test) {
            case FieldTest.Ordered ordered -> crossings(date, ordered.bound());
            case FieldTest.Between between -> {
                List<LocalDate> both = new ArrayList<>(crossings(date, between.low()));
                both.addAll(crossings(date, between.high()));
                yield both;
            }
            case FieldTest.AnniversaryWithin anniversary -> {
                LocalDate coming = next(date, today);
                LocalDate afterThat = next(date, coming.plusDays(1));
                yield List.of(
                        firstDayReaching(coming, anniversary.within()),
                        coming.plusDays(1),
                        firstDayReaching(afterThat, anniversary.within()),
                        afterThat.plusDays(1));
            }
            default -> List.of();
        };
    }

    /** Where a day moving along with today reaches {@code date}, and where it passes it. */
    private static List<LocalDate> crossings(LocalDate date, Bound bound) {
        return bound instanceof Bound.FromToday(Period offset)
                ? List.of(firstDayReaching(date, offset), firstDayReaching(date.plusDays(1), offset))
                : List.of();
    }

    /** The first day that, moved by {@code offset}, is not before {@code date}. */
    private static LocalDate firstDayReaching(LocalDate date, Period offset) {
        LocalDate day = date.minus(offset).minusDays(SLACK);
        while (day.plus(offset).isBefore(date)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The first anniversary of {@code date} on {@code day} or later. */
    private static LocalDate next(LocalDate date, LocalDate day) {
        int year = Math.max(date.getYear() + 1, day.getYear());
        LocalDate anniversary = MonthDay.from(date).atYear(year);
        return anniversary.isBefore(day) ? MonthDay.from(date).atYear(year + 1) : anniversary;
    }

    private static Bound on(LocalDate today, Bound bound) {
        return bound instanceof Bound.FromToday(Period offset) ? new Bound.Day(today.plus(offset)) : bound;
    }
}
