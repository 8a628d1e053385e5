package io.clientele.accountplan.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which units are money. */
class MoneyUnitTest {

    @ParameterizedTest
    @CsvSource({"EUR,EUR,1", "kEUR fee income a year,EUR,1000", "mUSD,USD,1000000", "bnJPY of volume,JPY,1000000000"})
    void readsTheFirstWord(String unit, String currency, BigDecimal factor) {
        assertThat(MoneyUnit.of(unit)).isEqualTo(new MoneyUnit(Currency.getInstance(currency), factor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "percent", "EURO", "kXYZ", "XAU", "eur", "fee income in EUR", ""})
    void otherUnitsAreNoMoney(String unit) {
        assertThat(MoneyUnit.of(unit)).isNull();
    }

    @Test
    void noUnitIsNoMoney() {
        assertThat(MoneyUnit.of(null)).isNull();
    }
}
