package io.clientele.accountplan.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 0.00",
        "2026-01-31, 0.00",
        "2026-02-01, 100.00",
        "2026-07-15, 600.00",
        "2027-01-01, 1200.00",
        "2029-01-01, 1200.00"
    })
    void expectsThePromiseProRataToTheMonthsThatHaveEnded(LocalDate today, String expected) {
        assertThat(delivery(today, "0.00").expected()).isEqualTo(eur(expected));
    }

    @Test
    void isShortBelowWhatIsExpectedOnly() {
        assertThat(delivery(LocalDate.of(2026, 7, 1), "599.99").isShort()).isTrue();
        assertThat(delivery(LocalDate.of(2026, 7, 1), "599.99").shortfall()).isEqualTo(eur("0.01"));
        assertThat(delivery(LocalDate.of(2026, 7, 1), "600.00").isShort()).isFalse();
    }

    private static Delivery delivery(LocalDate today, String delivered) {
        return Delivery.of(eur("1200.00"), LocalDate.of(2026, 1, 15), LocalDate.of(2026, 12, 1), today, eur(delivered));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
