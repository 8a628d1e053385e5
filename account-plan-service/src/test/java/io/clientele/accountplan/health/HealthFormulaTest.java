package io.clientele.accountplan.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.accountplan.objective.ObjectiveTerms;
import io.clientele.accountplan.progress.ObjectiveStatus;
import io.clientele.accountplan.progress.Progress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The published formula. */
class HealthFormulaTest {

    private static final LocalDate REVIEWED = LocalDate.of(2026, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 11); // 100 days later
    private static final HealthFacts.Part NONE = HealthFacts.Part.NONE;
    private static final Map<HealthComponent, Integer> WEIGHTS = Map.of(
            HealthComponent.OBJECTIVES, 30,
            HealthComponent.SIGN_OFFS, 15,
            HealthComponent.FRESHNESS, 15,
            HealthComponent.PREREQUISITES, 10,
            HealthComponent.COVERAGE, 15,
            HealthComponent.RETURN, 15);

    private final HealthFormula formula = new HealthFormula(WEIGHTS, new BigDecimal("0.2"), new BigDecimal("0.15"));

    @Test
    void isTheWeightedMeanOfItsComponents() {
        PlanHealth health = formula.of(
                new HealthFacts(part(2, 3), part(1, 2), part(0, 4), part(3, 3), REVIEWED, DUE, raroc("0.075"), null),
                DUE);

        // 66.67 x 30 + 50 x 15 + 100 x 15 + 0 x 10 + 100 x 15 + 50 x 15
        assertThat(health.score()).isEqualTo(65);
        assertThat(health.planQuality()).isEqualTo(61);
        assertThat(health.clientHealth()).isEqualTo(75);
        assertThat(health.components())
                .extracting(ComponentHealth::score)
                .containsExactly(
                        raroc("66.67"),
                        raroc("50.00"),
                        raroc("100.00"),
                        raroc("0.00"),
                        raroc("100.00"),
                        raroc("50.00"));
    }

    @Test
    void whatIsMissingIsShownAndCountsNeitherForNorAgainst() {
        PlanHealth health =
                formula.of(new HealthFacts(part(1, 2), NONE, NONE, NONE, REVIEWED, DUE, null, "fx-rate-missing"), DUE);

        // 50 x 30 + 100 x 15, over 45
        assertThat(health.score()).isEqualTo(67);
        assertThat(health.clientHealth()).isNull();
        assertThat(health.components())
                .extracting(ComponentHealth::missing)
                .containsExactly(
                        null,
                        "nothing-to-measure",
                        null,
                        "nothing-to-measure",
                        "nothing-to-measure",
                        "fx-rate-missing");
    }

    @Test
    void freshnessFallsFromTheDayTheReviewIsDueToACadenceLater() {
        assertThat(freshness(DUE)).isEqualByComparingTo("100");
        assertThat(freshness(DUE.plusDays(1))).isEqualByComparingTo("99");
        assertThat(freshness(DUE.plusDays(100))).isEqualByComparingTo("0");
        assertThat(freshness(DUE.plusDays(101))).isEqualByComparingTo("0");
    }

    @Test
    void theReturnCountsUpToTheHurdleAndNotBelowNothing() {
        assertThat(returnOf("0.149999")).isEqualByComparingTo("100.00");
        assertThat(returnOf("0.15")).isEqualByComparingTo("100");
        assertThat(returnOf("0.3")).isEqualByComparingTo("100");
        assertThat(returnOf("0")).isEqualByComparingTo("0");
        assertThat(returnOf("-0.1")).isEqualByComparingTo("0");
    }

    @Test
    void anObjectiveIsOnTrackUpToTheLag() {
        LocalDate half = LocalDate.of(2026, 1, 1).plusDays(50);

        assertThat(formula.onTrack(hundredDays(), progress(ObjectiveStatus.OPEN, "0.3"), half))
                .isTrue();
        assertThat(formula.onTrack(hundredDays(), progress(ObjectiveStatus.OPEN, "0.299999"), half))
                .isFalse();
    }

    @Test
    void nothingMeasuredIsNoProgress() {
        LocalDate start = LocalDate.of(2026, 1, 1);

        assertThat(formula.onTrack(hundredDays(), progress(ObjectiveStatus.OPEN, null), start.plusDays(20)))
                .isTrue();
        assertThat(formula.onTrack(hundredDays(), progress(ObjectiveStatus.OPEN, null), start.plusDays(21)))
                .isFalse();
    }

    @Test
    void anObjectiveThatEndedIsOnTrackWhenAchieved() {
        LocalDate late = LocalDate.of(2027, 1, 1);

        assertThat(formula.onTrack(hundredDays(), progress(ObjectiveStatus.ACHIEVED, "1"), late))
                .isTrue();
        assertThat(formula.onTrack(hundredDays(), progress(ObjectiveStatus.MISSED, "0.9"), late))
                .isFalse();
        assertThat(formula.onTrack(hundredDays(), progress(ObjectiveStatus.OPEN, "1"), late))
                .isFalse();
    }

    @Test
    void weightsTotalAHundred() {
        assertThatThrownBy(() ->
                        new HealthFormula(Map.of(HealthComponent.OBJECTIVES, 99), BigDecimal.ZERO, BigDecimal.ONE))
                .hasMessageContaining("total 100");
    }

    private BigDecimal freshness(LocalDate today) {
        return component(
                HealthComponent.FRESHNESS, new HealthFacts(NONE, NONE, NONE, NONE, REVIEWED, DUE, null, null), today);
    }

    private BigDecimal returnOf(String ratio) {
        return component(
                HealthComponent.RETURN,
                new HealthFacts(NONE, NONE, NONE, NONE, REVIEWED, DUE, raroc(ratio), null),
                DUE);
    }

    private BigDecimal component(HealthComponent which, HealthFacts facts, LocalDate today) {
        return formula.of(facts, today).components().stream()
                .filter(each -> each.component() == which)
                .map(ComponentHealth::score)
                .findFirst()
                .orElseThrow();
    }

    private static HealthFacts.Part part(int good, int all) {
        return new HealthFacts.Part(good, all);
    }

    private static BigDecimal raroc(String value) {
        return new BigDecimal(value);
    }

    private static Progress progress(ObjectiveStatus status, @Nullable String covered) {
        return new Progress(status, null, null, covered == null ? null : new BigDecimal(covered));
    }

    private static ObjectiveTerms hundredDays() {
        LocalDate start = LocalDate.of(2026, 1, 1);
        return new ObjectiveTerms(
                "Win the mandate",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                start,
                start.plusDays(100),
                List.of(),
                null,
                null,
                List.of(),
                null,
                false,
                List.of());
    }
}
