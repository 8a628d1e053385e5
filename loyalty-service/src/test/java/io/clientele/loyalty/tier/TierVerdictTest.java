package io.clientele.loyalty.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.loyalty.rules.Tier;
import io.clientele.loyalty.rules.TierScheme;
import io.clientele.loyalty.rules.TierScheme.Downgrade;
import io.clientele.loyalty.rules.TierScheme.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TierVerdictTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    private static TierScheme scheme(@Nullable Downgrade downgrade, @Nullable Integer grace) {
        return new TierScheme(
                "POINTS",
                null,
                null,
                downgrade,
                grace,
                List.of(
                        new Tier("silver", "Silver", 10),
                        new Tier("gold", "Gold", 50),
                        new Tier("black", "Black", 100)));
    }

    @Test
    void reachesATierAtItsThreshold() {
        TierScheme scheme = scheme(null, null);

        assertThat(TierVerdict.of(scheme, 9, null, null, TODAY).tier()).isNull();
        assertThat(TierVerdict.of(scheme, 10, null, null, TODAY).tier()).isEqualTo("silver");
        assertThat(TierVerdict.of(scheme, 49, "silver", null, TODAY).tier()).isEqualTo("silver");
        assertThat(TierVerdict.of(scheme, 100, null, null, TODAY).tier()).isEqualTo("black");
    }

    @Test
    void fallsByPolicy() {
        assertThat(TierVerdict.of(scheme(Downgrade.FULL, 0), 9, "black", null, TODAY)
                        .tier())
                .isNull();
        assertThat(TierVerdict.of(scheme(Downgrade.ONE_LEVEL, 0), 9, "black", null, TODAY)
                        .tier())
                .isEqualTo("gold");
        assertThat(TierVerdict.of(scheme(Downgrade.NONE, 0), 9, "black", null, TODAY)
                        .tier())
                .isEqualTo("black");
    }

    @Test
    void keepsTheTierThroughTheLastDayOfGrace() {
        TierScheme scheme = scheme(Downgrade.FULL, 30);

        TierVerdict first = TierVerdict.of(scheme, 9, "gold", null, TODAY);

        assertThat(first).isEqualTo(new TierVerdict("gold", TODAY.plusDays(29)));
        assertThat(TierVerdict.of(scheme, 9, "gold", first.keptUntil(), TODAY.plusDays(29))
                        .tier())
                .isEqualTo("gold");
        assertThat(TierVerdict.of(scheme, 9, "gold", first.keptUntil(), TODAY.plusDays(30))
                        .tier())
                .isNull();
        assertThat(TierVerdict.of(scheme, 50, "gold", first.keptUntil(), TODAY.plusDays(5)))
                .isEqualTo(new TierVerdict("gold", null));
    }

    @Test
    void countsTheCalendarYearOrTheLastDaysInTheProgrammesZone() {
        Instant newYear = Instant.parse("2025-12-31T23:30:00Z");
        TierScheme calendar = scheme(null, null);
        TierScheme rolling = new TierScheme("POINTS", null, Period.ofMonths(12), null, null, calendar.tiers());

        assertThat(calendar.periodStart(newYear, PRAGUE)).isEqualTo("2025-12-31T23:00:00Z");
        assertThat(rolling.periodStart(newYear, PRAGUE)).isEqualTo("2025-01-01T23:00:00Z");
    }

    @Test
    void averagesOverTheMonthsThatHaveBegun() {
        TierScheme average = new TierScheme(
                "POINTS",
                Measure.MONTHLY_AVERAGE,
                null,
                null,
                null,
                scheme(null, null).tiers());

        assertThat(average.months(Instant.parse("2026-01-31T12:00:00Z"), PRAGUE))
                .isEqualTo(1);
        assertThat(average.months(Instant.parse("2026-02-01T12:00:00Z"), PRAGUE))
                .isEqualTo(2);
        assertThat(average.months(Instant.parse("2026-12-31T12:00:00Z"), PRAGUE))
                .isEqualTo(12);
    }
}
