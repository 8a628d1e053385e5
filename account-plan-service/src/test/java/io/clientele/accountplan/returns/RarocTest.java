package io.clientele.accountplan.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RarocTest {

    /**
     * The worked example of the guide: 80 m drawn of 100 m committed, CCF 50 %, so 90 m at default; PD 1 % and LGD 40 % make
     * 0.36 m expected loss; 5.00 - 3.60 - 0.36 - 0.12 + 0.24 = 1.16 m on 6 m of capital.
     */
    @Test
    void worksTheExampleOut() {
        Raroc raroc = Raroc.of(example("0.00", "6000000.00"));

        assertThat(raroc.expectedLoss()).isEqualTo(eur("360000.00"));
        assertThat(raroc.riskAdjusted()).isEqualTo(eur("1160000.00"));
        assertThat(raroc.ratio()).isEqualByComparingTo("0.193333");
    }

    @Test
    void collateralLowersTheExpectedLossOnly() {
        Raroc raroc = Raroc.of(example("40000000.00", "6000000.00"));

        assertThat(raroc.expectedLoss()).isEqualTo(eur("200000.00"));
        assertThat(raroc.riskAdjusted()).isEqualTo(eur("1320000.00"));
    }

    @Test
    void collateralBeyondTheExposureIsNoGain() {
        assertThat(Raroc.of(example("90000000.01", "6000000.00")).expectedLoss())
                .isEqualTo(eur("0.00"));
    }

    @Test
    void withoutCapitalThereIsNoRatio() {
        assertThat(Raroc.of(example("0.00", "0.00")).ratio()).isNull();
    }

    private static Raroc.Inputs example(String collateral, String capital) {
        return new Raroc.Inputs(
                eur("5000000.00"),
                eur("3600000.00"),
                eur("120000.00"),
                eur("240000.00"),
                eur(capital),
                new BigDecimal("0.01"),
                new BigDecimal("0.4"),
                eur("90000000.00"),
                eur(collateral));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
