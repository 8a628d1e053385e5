package io.clientele.accountplan.keyaccount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A value scores in proportion between low and high, and never beyond. */
class ScoreTest {

    @Test
    void scoresInProportionAndNeverBeyond() {
        Criterion revenue = Chosen.criterion(Measure.REVENUE, "100", "100", "300");

        assertThat(score(revenue, "99")).isEqualByComparingTo("0");
        assertThat(score(revenue, "100")).isEqualByComparingTo("0");
        assertThat(score(revenue, "150")).isEqualByComparingTo("25");
        assertThat(score(revenue, "300")).isEqualByComparingTo("100");
        assertThat(score(revenue, "301")).isEqualByComparingTo("100");
    }

    @Test
    void withLowAboveHighLessIsBetter() {
        Criterion lending = Chosen.criterion(Measure.ANCILLARY_RATIO, "100", "80", "20");

        assertThat(score(lending, "80")).isEqualByComparingTo("0");
        assertThat(score(lending, "35")).isEqualByComparingTo("75");
        assertThat(score(lending, "10")).isEqualByComparingTo("100");
    }

    @Test
    void theTotalIsTheSumOfThePointsShown() {
        List<Criterion> criteria = List.of(
                Chosen.criterion(Measure.REVENUE, "33.33", "0", "300"),
                Chosen.criterion(Measure.PRODUCT_LINES, "66.67", "0", "7"));

        Score score = Score.of(
                criteria,
                client(
                        Map.of(Measure.REVENUE, new BigDecimal(100), Measure.PRODUCT_LINES, new BigDecimal(3)),
                        Map.of()));

        assertThat(score.parts())
                .extracting(Score.Part::points)
                .containsExactly(new BigDecimal("11.1100"), new BigDecimal("28.5728"));
        assertThat(score.total()).isEqualTo("39.6828");
    }

    @Test
    void oneMissingValueLeavesNoScoreAndSaysWhy() {
        List<Criterion> criteria = List.of(
                Chosen.criterion(Measure.REVENUE, "50", "0", "300"), Chosen.criterion(Measure.WALLET, "50", "0", "7"));

        Score score = Score.of(
                criteria,
                client(Map.of(Measure.REVENUE, new BigDecimal(300)), Map.of(Measure.WALLET, "fx-rate-missing")));

        assertThat(score.total()).isNull();
        assertThat(score.parts()).extracting(Score.Part::missing).containsExactly(null, "fx-rate-missing");
        assertThat(score.parts()).extracting(Score.Part::points).containsExactly(new BigDecimal("50.0000"), null);
    }

    private static BigDecimal score(Criterion criterion, String value) {
        BigDecimal total = Score.of(
                        List.of(criterion), client(Map.of(criterion.measure(), new BigDecimal(value)), Map.of()))
                .total();
        return total == null ? new BigDecimal(-1) : total;
    }

    private static Candidate client(Map<Measure, BigDecimal> values, Map<Measure, String> missing) {
        return new Candidate("A", "rm", null, null, null, Set.of(), values, missing, false, false, null);
    }
}
