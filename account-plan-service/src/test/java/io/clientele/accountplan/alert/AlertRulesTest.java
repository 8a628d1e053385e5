package io.clientele.accountplan.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.accountplan.credit.Facilities;
import io.clientele.contracts.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    @ParameterizedTest
    @CsvSource({
        "2026-01-30,",
        "2026-01-31, MATURITY_30_DAYS",
        "2026-03-02, MATURITY_30_DAYS",
        "2026-03-03, MATURITY_60_DAYS",
        "2026-04-01, MATURITY_60_DAYS",
        "2026-04-02, MATURITY_90_DAYS",
        "2026-05-01, MATURITY_90_DAYS",
        "2026-05-02,"
    })
    void maturityIsToldAtNinetySixtyAndThirtyDays(LocalDate day, @Nullable AlertKind kind) {
        assertThat(AlertRules.maturity(day, TODAY)).isEqualTo(kind);
    }

    @Test
    void anExcessIsToldAboveTheLimitOnly() {
        assertThat(AlertRules.of(Facilities.of("F-1", null, eur("1.00"), eur("1.01")), TODAY))
                .containsExactly(AlertKind.LIMIT_EXCESS);
        assertThat(AlertRules.of(Facilities.of("F-1", null, eur("1.00"), eur("1.00")), TODAY))
                .isEmpty();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
