package io.clientele.accountplan.keyaccount;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model has to keep. */
class ModelTermsTest {

    @Test
    void weightsThatTotalAHundredPass() {
        assertThatCode(() -> terms("60", "50", weighing("60"), wallet("40")).check())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"39.99", "40.01"})
    void weightsThatDoNotAreRefused(String other) {
        assertThatThrownBy(
                        () -> terms("60", "50", weighing("60"), wallet(other)).check())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> org.assertj.core.api.Assertions.assertThat(refused.code())
                                .isEqualTo("weights-not-100"));
    }

    @Test
    void aMeasureCountsOnce() {
        assertRefused("criterion-invalid", terms("60", "50", weighing("60"), weighing("40")));
    }

    @Test
    void lowAndHighDiffer() {
        assertRefused("criterion-invalid", terms("60", "50", Chosen.criterion(Measure.REVENUE, "100", "5", "5.0")));
    }

    @Test
    void theExitScoreIsAtMostTheEntryScore() {
        assertThatCode(() -> terms("60", "60", weighing("100")).check()).doesNotThrowAnyException();
        assertRefused("thresholds-crossed", terms("60", "60.01", weighing("100")));
    }

    private static void assertRefused(String code, ModelTerms terms) {
        assertThatThrownBy(terms::check)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> org.assertj.core.api.Assertions.assertThat(refused.code())
                                .isEqualTo(code));
    }

    private static Criterion weighing(String weight) {
        return Chosen.criterion(Measure.REVENUE, weight, "0", "100");
    }

    private static Criterion wallet(String weight) {
        return Chosen.criterion(Measure.WALLET, weight, "0", "100");
    }

    private static ModelTerms terms(String entry, String exit, Criterion... criteria) {
        return new ModelTerms(Chosen.OPEN, List.of(criteria), new BigDecimal(entry), new BigDecimal(exit), 5);
    }
}
