package io.clientele.accountplan.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    @Test
    void expectedIsWhatCameWhatIsContractedAndOpenOpportunitiesByTheirProbability() {
        Performance.Cell cell = cell("1000.00", "450.00", "100.00", "30.00");

        assertThat(cell.expected()).isEqualTo(eur("580.00"));
        assertThat(cell.achievement()).isEqualByComparingTo("0.45");
    }

    @Test
    void aBudgetOfNothingHasNoAchievement() {
        assertThat(cell("0.00", "450.00", "0.00", "0.00").achievement()).isNull();
    }

    @Test
    void probabilityIsRoundedHalfToEvenAtTheCent() {
        assertThat(Performance.weighted(eur("0.05"), 50)).isEqualTo(eur("0.02"));
        assertThat(Performance.weighted(eur("0.15"), 50)).isEqualTo(eur("0.08"));
        assertThat(Performance.weighted(eur("400000.00"), 60)).isEqualTo(eur("240000.00"));
    }

    @Test
    void totalsAreTheSumsOfTheCells() {
        Performance all = Performance.of(
                List.of(cell("1000.00", "450.00", "100.00", "30.00"), cell("0.00", "50.00", "0.00", "0.00")),
                eur("0.00"),
                List.of());

        assertThat(all.budget()).isEqualTo(eur("1000.00"));
        assertThat(all.actual()).isEqualTo(eur("500.00"));
        assertThat(all.expected()).isEqualTo(eur("630.00"));
        assertThat(all.achievement()).isEqualByComparingTo("0.5");
    }

    private static Performance.Cell cell(String budget, String actual, String contracted, String open) {
        return new Performance.Cell(
                2026, "payments", "C-1", eur(budget), eur(budget), eur(actual), eur(contracted), eur(open));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
