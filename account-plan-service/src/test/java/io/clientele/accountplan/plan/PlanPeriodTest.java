package io.clientele.accountplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlanPeriodTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    @Test
    void coversAtLeastTwoDays() {
        assertThat(new PlanPeriod(FROM, FROM.plusDays(1)).to()).isEqualTo("2026-01-02");
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanPeriod(FROM, FROM));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanPeriod(FROM, FROM.minusDays(1)));
    }

    @Test
    void coversAtMostTenYears() {
        assertThat(new PlanPeriod(FROM, FROM.plusYears(10)).to()).isEqualTo("2036-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanPeriod(FROM, FROM.plusYears(10).plusDays(1)));
    }
}
