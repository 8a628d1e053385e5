package io.clientele.loyalty.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.loyalty.rules.Tier;
import io.clientele.loyalty.rules.TierScheme;
import io.clientele.loyalty.rules.TierScheme.Downgrade;
import io.clientele.loyalty.rules.TierScheme.Measure;
import io.clientele.loyalty.tier.TierOutlook.Day;
import io.clientele.loyalty.tier.TierOutlook.Risk;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TierOutlookTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final LocalDate TODAY = LocalDate.of(1994, 4, 20);

    private static TierScheme scheme(
            @Nullable Period rolling, @Nullable Downgrade downgrade, int grace, @Nullable Measure measure) {
        return new TierScheme(
                "POINTS",
                measure,
                rolling,
                downgrade,
                grace,
                List.of(new Tier("silver", "Silver", 10), new Tier("gold", "Gold", 50)));
    }

    private static Optional<Risk> outlook(
            TierScheme scheme, String tier, @Nullable LocalDate keptUntil, Day... earned) {
        return TierOutlook.of(
                scheme, PRAGUE, tier, keptUntil, List.of(earned), TODAY, TierOutlook.endOfPeriod(scheme, TODAY));
    }

    private static Day day(int month, int day, long points) {
        return new Day(LocalDate.of(1994, month, day), points);
    }

    @Test
    void losesWhatAgesOutOfARollingPeriodOnTheDayItFallsBelow() {
        // 30 days: what was earned on 1 April counts for the last time on 30 April
        Optional<Risk> risk =
                outlook(scheme(Period.ofDays(30), null, 0, null), "gold", null, day(4, 1, 30), day(4, 10, 25));

        assertThat(risk).contains(new Risk("gold", "silver", LocalDate.of(1994, 4, 30), 25));
    }

    @Test
    void countsGraceAndFallsByThePolicy() {
        assertThat(outlook(scheme(Period.ofDays(30), Downgrade.FULL, 10, null), "gold", null, day(4, 1, 55)))
                .contains(new Risk("gold", null, LocalDate.of(1994, 5, 10), 50));
        assertThat(outlook(scheme(Period.ofDays(30), Downgrade.ONE_LEVEL, 0, null), "gold", null, day(4, 1, 55)))
                .contains(new Risk("gold", "silver", LocalDate.of(1994, 4, 30), 50));
        assertThat(outlook(scheme(Period.ofDays(30), Downgrade.NONE, 0, null), "gold", null, day(4, 1, 55)))
                .isEmpty();
    }

    @Test
    void tellsWhatIsMissingWhileGraceRuns() {
        LocalDate last = LocalDate.of(1994, 4, 25);

        assertThat(outlook(scheme(Period.ofDays(30), null, 10, null), "gold", last, day(4, 1, 42)))
                .contains(new Risk("gold", "silver", last, 8));
    }

    @Test
    void beginsAnewWithTheCalendarYear() {
        assertThat(outlook(scheme(null, null, 0, null), "silver", null, day(4, 1, 1000)))
                .contains(new Risk("silver", null, LocalDate.of(1994, 12, 31), 10));
    }

    @Test
    void dividesByTheMonthsOfAnAverage() {
        // 40 points over January to April are 10 a month; in May, the fifth, they are 8: ten more keep the tier
        assertThat(outlook(scheme(null, null, 0, Measure.MONTHLY_AVERAGE), "silver", null, day(2, 1, 40)))
                .contains(new Risk("silver", null, LocalDate.of(1994, 4, 30), 10));
    }

    @Test
    void risksNothingWithoutATier() {
        assertThat(TierOutlook.of(
                        scheme(null, null, 0, null), PRAGUE, null, null, List.of(), TODAY, LocalDate.of(1995, 1, 1)))
                .isEmpty();
    }

    @Test
    void looksNoFurtherThanTheHorizon() {
        TierScheme scheme = scheme(Period.ofDays(30), null, 0, null);
        List<Day> earned = List.of(day(4, 15, 10));

        assertThat(TierOutlook.of(scheme, PRAGUE, "silver", null, earned, TODAY, LocalDate.of(1994, 5, 14)))
                .isEmpty();
        assertThat(TierOutlook.of(scheme, PRAGUE, "silver", null, earned, TODAY, LocalDate.of(1994, 5, 15)))
                .isPresent();
    }
}
