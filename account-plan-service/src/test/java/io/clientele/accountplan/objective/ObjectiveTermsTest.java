package io.clientele.accountplan.objective;

import static io.clientele.accountplan.objective.Goals.SOUND;
import static io.clientele.accountplan.objective.Goals.measured;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ObjectiveTermsTest {

    @Test
    void asksForTheSameGrowthWhateverElseChanges() {
        assertThat(sameGrowth(terms -> {
                    terms.statement = "Win it";
                    terms.owner = "somebody";
                    terms.resources = List.of();
                    terms.target = new BigDecimal("131.000");
                }))
                .isTrue();
    }

    @Test
    void asksForAnotherGrowthWithEveryFigureAndReasonOfIt() {
        assertThat(sameGrowth(terms -> terms.target = new BigDecimal("132"))).isFalse();
        assertThat(sameGrowth(terms -> terms.baseline = measured("111", "2026-01-01")))
                .isFalse();
        assertThat(sameGrowth(terms -> terms.history = null)).isFalse();
        assertThat(sameGrowth(terms -> terms.unit = "kCZK")).isFalse();
        assertThat(sameGrowth(terms -> terms.dueOn = LocalDate.of(2026, 6, 30))).isFalse();
        assertThat(sameGrowth(terms -> terms.justification = "another reason")).isFalse();
    }

    private static boolean sameGrowth(Consumer<Terms> change) {
        return SOUND.asksForTheSameGrowthAs(Terms.but(SOUND, change));
    }
}
