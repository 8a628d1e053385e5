package io.clientele.accountplan.objective;

import static io.clientele.accountplan.objective.Goals.SOUND;
import static io.clientele.accountplan.objective.Goals.YEAR_2026;
import static io.clientele.accountplan.objective.Goals.measured;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.accountplans.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MeasurableTest {

    private final Measurable rule = new Measurable();

    @Test
    void passesWithUnitDatedBaselineTargetDirectionAndSource() {
        assertThat(rule.findings(SOUND, YEAR_2026)).isEmpty();
    }

    @Test
    void missesWhatIsNotGiven() {
        assertThat(codes(terms -> terms.unit = null)).containsExactly("unit-missing");
        assertThat(codes(terms -> terms.baseline = null)).containsExactly("baseline-missing");
        assertThat(codes(terms -> terms.baseline = measured("110", null))).containsExactly("baseline-undated");
        assertThat(codes(terms -> terms.target = null)).containsExactly("target-missing");
        assertThat(codes(terms -> terms.direction = null)).containsExactly("direction-missing");
        assertThat(codes(terms -> terms.dataSource = null)).containsExactly("data-source-missing");
    }

    @Test
    void refusesATargetThatIsTheBaseline() {
        assertThat(codes(terms -> terms.target = new BigDecimal("110.00"))).containsExactly("target-equals-baseline");
    }

    @Test
    void takesATargetJustBesideTheBaselineInTheRightDirectionOnly() {
        assertThat(codes(terms -> terms.target = new BigDecimal("110.000001"))).isEmpty();
        assertThat(codes(terms -> terms.target = new BigDecimal("109.999999")))
                .containsExactly("direction-contradicts-target");
        assertThat(codes(terms -> {
                    terms.target = new BigDecimal("109.999999");
                    terms.direction = Direction.DECREASE;
                }))
                .isEmpty();
    }

    private List<String> codes(Consumer<Terms> change) {
        return rule.findings(Terms.but(SOUND, change), YEAR_2026).stream()
                .map(Finding::code)
                .toList();
    }
}
