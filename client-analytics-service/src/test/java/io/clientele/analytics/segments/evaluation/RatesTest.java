package io.clientele.analytics.segments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);

    private final Rates rates = new Rates(
            "EUR", 10, Map.of("USD", Map.of(DAY, new BigDecimal("1.25")), "JPY", Map.of(DAY, new BigDecimal("160"))));

    @ParameterizedTest
    @CsvSource({
        "100.00, USD, EUR, 80.00",
        "80.00,  EUR, USD, 100.00",
        "100.00, USD, JPY, 12800",
        "4,      JPY, EUR, 0.02",
        "12,     JPY, EUR, 0.08",
        "-4,     JPY, EUR, -0.02",
        "1.23,   GBP, GBP, 1.23"
    })
    void convertsByBothRatesAndRoundsHalfToEvenAtTheMinorUnit(String amount, String from, String to, String expected) {
        assertThat(rates.convert(new BigDecimal(amount), from, Currency.getInstance(to), DAY))
                .isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-29, false", "2026-01-30, true", "2026-02-09, true", "2026-02-10, false"})
    void aQuotationCountsFromItsDayForTenDaysMore(LocalDate on, boolean counts) {
        assertThat(rates.convert(BigDecimal.ONE, "USD", Currency.getInstance("EUR"), on) != null)
                .isEqualTo(counts);
    }

    @Test
    void aMissingRateIsNoneAndNeverOne() {
        assertThat(rates.convert(BigDecimal.ONE, "GBP", Currency.getInstance("EUR"), DAY))
                .isNull();
        assertThat(rates.convert(BigDecimal.ONE, "EUR", Currency.getInstance("GBP"), DAY))
                .isNull();
        assertThat(Rates.NONE.convert(BigDecimal.ONE, "EUR", Currency.getInstance("USD"), DAY))
                .isNull();
    }
}
