package io.clientele.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.analytics.statistics.PopulationStability.Band;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationStabilityTest {

    @Test
    void isTheSumOverTheGroupsOfTheChangeOfShares() {
        double expected = 0.1 * Math.log(0.6 / 0.5) - 0.1 * Math.log(0.4 / 0.5);

        assertThat(PopulationStability.of(Map.of("A", 100_000L, "B", 100_000L), Map.of("A", 120_000L, "B", 80_000L))
                        .index())
                .isCloseTo(expected, within(1e-5));
    }

    @Test
    void aGroupThatCameOrWentIsFinite() {
        assertThat(PopulationStability.of(Map.of("A", 10L), Map.of("B", 10L)).index())
                .isFinite()
                .isGreaterThan(0.25);
        assertThat(PopulationStability.of(Map.of(), Map.of()).index()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, STABLE", "0.0999, STABLE", "0.1, MODERATE", "0.25, MODERATE", "0.2501, MAJOR"})
    void hasThreeBands(double index, Band band) {
        assertThat(new PopulationStability(index).band()).isEqualTo(band);
    }
}
