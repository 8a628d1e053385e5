package io.clientele.accountplan.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final Quote DOLLAR = new Quote("USD", DAY, new BigDecimal("1.25"));
    private static final Quote YEN = new Quote("JPY", DAY, new BigDecimal("160"));

    private final FxTable fx = new FxTable(Currency.getInstance("EUR"), DAY, List.of(DOLLAR, YEN));

    @Test
    void convertsIntoTheReferenceCurrencyAndOutOfIt() {
        assertThat(fx.convert(Money.of("100.00", "USD"), Currency.getInstance("EUR")))
                .isEqualTo(Money.of("80.00", "EUR"));
        assertThat(fx.convert(Money.of("80.00", "EUR"), Currency.getInstance("USD")))
                .isEqualTo(Money.of("100.00", "USD"));
    }

    @Test
    void convertsBetweenTwoCurrenciesByBothRates() {
        assertThat(fx.convert(Money.of("100.00", "USD"), Currency.getInstance("JPY")))
                .isEqualTo(Money.of("12800", "JPY"));
    }

    @Test
    void roundsHalfToEvenAtTheMinorUnit() {
        assertThat(fx.convert(Money.of("1", "JPY"), Currency.getInstance("EUR")))
                .isEqualTo(Money.of("0.01", "EUR"));
        // 0.8 yen to a cent: 4 / 160 = 0.025 and 12 / 160 = 0.075
        assertThat(fx.convert(Money.of("4", "JPY"), Currency.getInstance("EUR")))
                .isEqualTo(Money.of("0.02", "EUR"));
        assertThat(fx.convert(Money.of("12", "JPY"), Currency.getInstance("EUR")))
                .isEqualTo(Money.of("0.08", "EUR"));
    }

    @Test
    void aMissingRateIsAnErrorAndNeverOne() {
        assertThatThrownBy(() -> fx.convert(Money.of("100.00", "GBP"), Currency.getInstance("EUR")))
                .hasMessageContaining("reference rate of GBP for 2026-01-30");
    }

    @Test
    void anAmountInItsOwnCurrencyNeedsNoRate() {
        assertThat(fx.convert(Money.of("100.00", "GBP"), Currency.getInstance("GBP")))
                .isEqualTo(Money.of("100.00", "GBP"));
        assertThat(fx.used()).isEmpty();
    }

    @Test
    void saysWhichRatesItUsed() {
        fx.convert(Money.of("100.00", "USD"), Currency.getInstance("EUR"));

        assertThat(fx.used()).containsExactly(DOLLAR);
    }
}
