package io.clientele.accountplan.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.rates.Quote;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposureTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void undrawnIsWhatIsLeftOfTheLimit() {
        Exposure.Figures figures = total(facility("F-1", null, "100.00", "80.00"));

        assertThat(figures.undrawn()).isEqualTo(eur("20.00"));
        assertThat(figures.excess()).isEqualTo(eur("0.00"));
        assertThat(figures.atDefault()).isEqualTo(eur("90.00"));
    }

    @Test
    void drawnAboveTheLimitIsKeptAndFlagged() {
        Exposure exposure = exposure(facility("F-1", null, "100.00", "100.01"));

        assertThat(exposure.lines().getFirst().inExcess()).isTrue();
        assertThat(exposure.total().drawn()).isEqualTo(eur("100.01"));
        assertThat(exposure.total().undrawn()).isEqualTo(eur("0.00"));
        assertThat(exposure.total().excess()).isEqualTo(eur("0.01"));
        assertThat(exposure(facility("F-1", null, "100.00", "100.00"))
                        .lines()
                        .getFirst()
                        .inExcess())
                .isFalse();
    }

    @Test
    void aSubLimitNeverAddsToItsParent() {
        Exposure exposure =
                exposure(facility("F-1", null, "100.00", "80.00"), facility("F-1A", "F-1", "40.00", "30.00"));

        assertThat(exposure.lines()).hasSize(2);
        assertThat(exposure.total().limit()).isEqualTo(eur("100.00"));
        assertThat(exposure.total().drawn()).isEqualTo(eur("80.00"));
        assertThat(exposure.ladder()).hasSize(1);
        assertThat(exposure.ladder().getFirst().facilities()).isEqualTo(1);
    }

    @Test
    void aSubLimitWhoseParentIsNotThereCountsByItself() {
        assertThat(total(facility("F-1A", "F-1", "40.00", "30.00")).limit()).isEqualTo(eur("40.00"));
    }

    @Test
    void whatTheBankMayWithdrawIsNoExposureAtDefault() {
        assertThat(total(Facilities.of("F-1", null, eur("100.00"), eur("80.00"), null, false))
                        .atDefault())
                .isEqualTo(eur("80.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-30, PAST",
        "2026-01-31, WITHIN_30_DAYS",
        "2026-03-02, WITHIN_30_DAYS",
        "2026-03-03, WITHIN_90_DAYS",
        "2026-05-01, WITHIN_90_DAYS",
        "2026-05-02, WITHIN_1_YEAR",
        "2027-01-31, WITHIN_1_YEAR",
        "2027-02-01, WITHIN_3_YEARS",
        "2029-01-31, WITHIN_3_YEARS",
        "2029-02-01, WITHIN_5_YEARS",
        "2031-01-31, WITHIN_5_YEARS",
        "2031-02-01, LATER"
    })
    void standsOnTheRungOfItsMaturity(LocalDate maturesOn, Exposure.Maturity rung) {
        CreditPosition facility = Facilities.of("F-1", null, eur("1.00"), eur("1.00"), maturesOn, true);

        assertThat(exposure(facility).ladder())
                .extracting(Exposure.Rung::maturity)
                .containsExactly(rung);
    }

    @Test
    void linesAndLadderAddUpToTheTotalToTheCentInEveryCurrency() {
        Random random = new Random(5);
        List<String> currencies = List.of("EUR", "USD", "JPY", "CZK");
        for (int run = 0; run < 200; run++) {
            List<CreditPosition> facilities = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Currency currency = Currency.getInstance(currencies.get(random.nextInt(4)));
                String parent = i > 0 && random.nextInt(3) == 0 ? "F-" + random.nextInt(i) : null;
                facilities.add(Facilities.of(
                        "F-" + i,
                        parent,
                        amount(random, currency),
                        amount(random, currency),
                        DAY.plusDays(random.nextInt(3000)),
                        random.nextBoolean()));
            }
            Exposure exposure = Exposure.of(facilities, fx(), EUR);

            List<Exposure.Line> counted =
                    exposure.lines().stream().filter(line -> !line.subLimit()).toList();
            assertThat(sum(counted.stream().map(line -> line.figures().limit()).toList()))
                    .isEqualTo(exposure.total().limit());
            assertThat(sum(exposure.ladder().stream().map(Exposure.Rung::drawn).toList()))
                    .isEqualTo(exposure.total().drawn());
            assertThat(sum(exposure.ladder().stream()
                            .map(Exposure.Rung::undrawn)
                            .toList()))
                    .isEqualTo(exposure.total().undrawn());
            assertThat(exposure.total().limit().plus(exposure.total().excess()))
                    .isEqualTo(exposure.total().drawn().plus(exposure.total().undrawn()));
        }
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(EUR), Money::plus);
    }

    private static Money amount(Random random, Currency currency) {
        return new Money(
                BigDecimal.valueOf(random.nextInt(100_000_000), currency.getDefaultFractionDigits()), currency);
    }

    private static CreditPosition facility(
            String id, @org.jspecify.annotations.Nullable String parent, String limit, String drawn) {
        return Facilities.of(id, parent, eur(limit), eur(drawn));
    }

    private static Exposure.Figures total(CreditPosition... facilities) {
        return exposure(facilities).total();
    }

    private static Exposure exposure(CreditPosition... facilities) {
        return Exposure.of(List.of(facilities), fx(), EUR);
    }

    private static FxTable fx() {
        return new FxTable(
                EUR,
                DAY,
                List.of(
                        new Quote("USD", DAY, new BigDecimal("1.0852")),
                        new Quote("JPY", DAY, new BigDecimal("161.37")),
                        new Quote("CZK", DAY, new BigDecimal("25.214"))));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
