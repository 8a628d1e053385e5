package io.clientele.analytics.segments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.analytics.segments.rules.Bound;
import io.clientele.analytics.segments.rules.Comparison;
import io.clientele.analytics.segments.rules.FieldTest;
import io.clientele.analytics.segments.rules.Value;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TodayTest {

    private static final List<String> OFFSETS = List.of("P0D", "-P18Y", "P1M", "-P1M", "P30D", "-P1Y1M1D", "P1W");

    @ParameterizedTest
    @CsvSource({
        "2008-02-29, 2026-02-27, false",
        "2008-02-29, 2026-02-28, false",
        "2008-02-29, 2026-03-01, true",
        "2008-03-01, 2026-02-28, false",
        "2008-03-01, 2026-03-01, true"
    })
    void comesOfAgeOnTheDay(String born, String today, boolean adult) {
        FieldTest eighteen = new FieldTest.Ordered(Comparison.LTE, new Bound.FromToday(Period.parse("-P18Y")));

        assertThat(Today.passes(eighteen, text(born), LocalDate.parse(today))).isEqualTo(adult);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-12-13, 1994-12-05, P7D, false", "1970-12-13, 1994-12-06, P7D, true", "1970-12-13, 1994-12-13, P7D, true",
        "1970-12-13, 1994-12-14, P7D, false", "1970-01-02, 1994-12-30, P7D, true", "1992-02-29, 1994-02-28, P0D, true",
        "1992-02-29, 1996-02-28, P0D, false", "1992-02-29, 1996-02-29, P0D, true", "1994-12-13, 1994-12-13, P7D, false"
    })
    void knowsAnniversaries(String date, String today, String within, boolean near) {
        assertThat(Today.passes(
                        new FieldTest.AnniversaryWithin(Period.parse(within)), text(date), LocalDate.parse(today)))
                .isEqualTo(near);
    }

    @Property(tries = 1000)
    void tellsTheFirstDayWithAnotherAnswer(@ForAll long seed) {
        Random random = new Random(seed);
        FieldTest test = randomTest(random);
        Value date =
                text(LocalDate.of(1992, 1, 1).plusDays(random.nextInt(1_500)).toString());
        LocalDate today = LocalDate.of(1992, 1, 1).plusDays(random.nextInt(1_500));

        assertThat(Today.firstChange(test, date, today))
                .as("%s of %s from %s", test, date, today)
                .isEqualTo(dayByDay(test, date, today));
    }

    private static @Nullable LocalDate dayByDay(FieldTest test, Value date, LocalDate today) {
        boolean now = Today.passes(test, date, today);
        return Stream.iterate(today.plusDays(1), day -> day.plusDays(1))
                .limit(12_000)
                .filter(day -> Today.passes(test, date, day) != now)
                .findFirst()
                .orElse(null);
    }

    private static FieldTest randomTest(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new FieldTest.AnniversaryWithin(Period.ofDays(random.nextInt(40)));
            case 1 -> new FieldTest.Between(randomBound(random), randomBound(random));
            default -> new FieldTest.Ordered(Comparison.values()[random.nextInt(4)], randomBound(random));
        };
    }

    private static Bound randomBound(Random random) {
        return random.nextInt(3) == 0
                ? new Bound.Day(LocalDate.of(1993, 1, 1).plusDays(random.nextInt(700)))
                : new Bound.FromToday(Period.parse(OFFSETS.get(random.nextInt(OFFSETS.size()))));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }
}
