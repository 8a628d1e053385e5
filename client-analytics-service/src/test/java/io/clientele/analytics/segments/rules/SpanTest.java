package io.clientele.analytics.segments.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @ParameterizedTest
    @CsvSource({
        // plain days; the clock went forward on 1994-03-27, so 90 days are an hour short
        "P90D, 1994-01-01T00:00, 1994-04-01T00:00",
        "PT2160H, 1994-01-01T00:00, 1994-04-01T01:00",
        // the days of a clock change have 23 and 25 hours
        "P1D, 1994-03-26T12:00, 1994-03-27T12:00",
        "PT24H, 1994-03-26T12:00, 1994-03-27T13:00",
        // 02:30 does not exist on the day the clock goes forward: it moves on by the gap
        "P1D, 1994-03-26T02:30, 1994-03-27T03:30",
        // months end where they end; leap days
        "P1M, 1994-01-31T10:00, 1994-02-28T10:00",
        "P1M, 1996-01-31T10:00, 1996-02-29T10:00",
        "P1Y, 1996-02-29T10:00, 1997-02-28T10:00",
        "P1DT12H, 1994-01-01T00:00, 1994-01-02T12:00",
    })
    void passesByTheBanksCalendar(String span, LocalDateTime start, LocalDateTime end) {
        Instant passed = Span.parse(span).after(start.atZone(PRAGUE).toInstant(), PRAGUE);

        assertThat(passed).isEqualTo(end.atZone(PRAGUE).toInstant());
    }

    @ParameterizedTest
    @CsvSource({"P90D", "P1M", "P1Y", "PT36H", "P1Y2M3DT4H5M6S", "P14D"})
    void writesWhatItReads(String span) {
        assertThat(Span.parse(span)).hasToString(span);
    }

    @ParameterizedTest
    @CsvSource({
        "P1M, 1994-03-01T00:00:00Z",
        "P90D, 1994-04-01T00:00:00Z",
        "P1Y, 1997-02-28T10:00:00Z",
        "PT1H, 1994-03-27T02:00:00Z"
    })
    void looksBackFarEnough(String span, Instant now) {
        Instant start = Span.parse(span).before(now);

        assertThat(Span.parse(span).after(start, PRAGUE)).isBefore(now);
    }
}
