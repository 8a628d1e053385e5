package io.clientele.accountplan.objective;

import static io.clientele.accountplan.objective.Goals.SOUND;
import static io.clientele.accountplan.objective.Goals.YEAR_2026;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.accountplans.SmartCriterion;
import io.clientele.contracts.accountplans.SmartFailure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmartCheckTest {

    private final SmartCheck check = new SmartCheck(new SmartSettings() {
        @Override
        public BigDecimal growthMultiple() {
            return new BigDecimal("2");
        }

        @Override
        public Set<String> vagueVerbs() {
            return Set.of("improve");
        }
    });

    @Test
    void passesASoundObjectiveLetterByLetter() {
        SmartVerdict verdict = check.check(SOUND, YEAR_2026, false);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.letters())
                .extracting(LetterVerdict::criterion)
                .containsExactly(
                        SmartCriterion.SPECIFIC,
                        SmartCriterion.MEASURABLE,
                        SmartCriterion.ATTAINABLE,
                        SmartCriterion.REALISTIC,
                        SmartCriterion.TIMELY);
    }

    @Test
    void failsOnEveryLetterThatFails() {
        ObjectiveTerms vague = Terms.but(SOUND, terms -> {
            terms.statement = "Improve it";
            terms.unit = null;
        });

        SmartVerdict verdict = check.check(vague, YEAR_2026, false);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.failures())
                .containsExactly(
                        new SmartFailure(SmartCriterion.SPECIFIC, "vague-verb"),
                        new SmartFailure(SmartCriterion.MEASURABLE, "unit-missing"));
    }

    @Test
    void aWaiverLiftsTheAttainableLetterAndNoOther() {
        ObjectiveTerms ambitious = Terms.but(SOUND, terms -> {
            terms.target = new BigDecimal("200");
            terms.unit = null;
        });

        SmartVerdict verdict = check.check(ambitious, YEAR_2026, true);

        assertThat(verdict.letters())
                .extracting(LetterVerdict::result)
                .containsExactly(
                        LetterVerdict.Result.PASS,
                        LetterVerdict.Result.FAIL,
                        LetterVerdict.Result.WAIVED,
                        LetterVerdict.Result.PASS,
                        LetterVerdict.Result.PASS);
        assertThat(verdict.failures()).isEqualTo(List.of(new SmartFailure(SmartCriterion.MEASURABLE, "unit-missing")));
    }

    @Test
    void aWaiverIsNotShownWhereNothingWasWaived() {
        assertThat(check.check(SOUND, YEAR_2026, true).letters())
                .extracting(LetterVerdict::result)
                .containsOnly(LetterVerdict.Result.PASS);
    }
}
