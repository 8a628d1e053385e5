package io.clientele.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {

    /** As R says: quantile(c(1, 2, 4, 8), p, type = 7). */
    @ParameterizedTest
    @CsvSource({"0, 1", "10, 1.3", "25, 1.75", "50, 3", "75, 5", "90, 6.8", "100, 8"})
    void interpolatesBetweenNeighbours(BigDecimal percent, BigDecimal expected) {
        List<BigDecimal> values =
                Stream.of("1", "2", "4", "8").map(BigDecimal::new).toList();

        assertThat(Quantiles.type7(values, percent)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0", "37", "100"})
    void ofOneValueIsThatValue(BigDecimal percent) {
        assertThat(Quantiles.type7(List.of(BigDecimal.TEN), percent)).isEqualByComparingTo("10");
    }
}
