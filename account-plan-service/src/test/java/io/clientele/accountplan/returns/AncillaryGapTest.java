package io.clientele.accountplan.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AncillaryGapTest {

    @Test
    void whatLendingLacksToTheHurdleIsEarnedByAncillaryRevenueAfterItsCosts() {
        AncillaryGap gap = gap("600000.00", "0.55", "400000.00");

        assertThat(gap.required()).isEqualTo(eur("666666.67"));
        assertThat(gap.gap()).isEqualTo(eur("266666.67"));
        assertThat(gap.reason()).isNull();
    }

    @Test
    void lendingAtTheHurdleNeedsNothing() {
        assertThat(gap("900000.00", "0.55", "0.00").required()).isEqualTo(eur("0.00"));
        assertThat(gap("899999.99", "0.55", "0.00").required()).isEqualTo(eur("0.02"));
    }

    @Test
    void revenueBeyondWhatIsRequiredLeavesNoNegativeGap() {
        assertThat(gap("600000.00", "0.55", "700000.00").gap()).isEqualTo(eur("0.00"));
    }

    @Test
    void whereCostsEatUpAllRevenueNoneIsEnough() {
        assertThat(gap("600000.00", "1", "0.00")).isEqualTo(new AncillaryGap(null, null, "cost-income-ratio-too-high"));
        assertThat(gap("600000.00", "0.99", "0.00").required()).isEqualTo(eur("30000000.00"));
    }

    private static AncillaryGap gap(String lendingProfit, String costIncomeRatio, String actual) {
        return AncillaryGap.of(
                eur("6000000.00"),
                eur(lendingProfit),
                new BigDecimal("0.15"),
                new BigDecimal(costIncomeRatio),
                eur(actual));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
