package io.clientele.accountplan.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.accountplan.rates.FxTable;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShareOfWalletTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final ShareOfWallet.Place CASH_CZ = new ShareOfWallet.Place("cash-management", "CZ");

    @Test
    void isOurPartOfWhatIsSpentWithAnybody() {
        ShareOfWallet share = share("250.00", estimate("600.00", false), estimate("400.00", false));

        assertThat(share.share()).isEqualByComparingTo("0.25");
        assertThat(share.whiteSpace()).isEqualTo(eur("750.00"));
    }

    @Test
    void blockedBusinessIsNoWhiteSpace() {
        ShareOfWallet share = share("250.00", estimate("600.00", false), estimate("400.00", true));

        assertThat(share.whiteSpace()).isEqualTo(eur("350.00"));
        assertThat(share.wallet()).isEqualTo(eur("1000.00"));
    }

    @Test
    void moreThanTheWholeWalletIsFlagged() {
        assertThat(share("1000.00", estimate("1000.00", false))
                        .cells()
                        .getFirst()
                        .overEstimate())
                .isFalse();
        ShareOfWallet.Slot cell =
                share("1000.01", estimate("1000.00", false)).cells().getFirst();

        assertThat(cell.overEstimate()).isTrue();
        assertThat(cell.whiteSpace()).isEqualTo(eur("0.00"));
    }

    @Test
    void withoutAnEstimateThereIsNoShare() {
        ShareOfWallet share = share("250.00");

        assertThat(share.share()).isNull();
        assertThat(share.cells()).hasSize(1);
        assertThat(share.ours()).isEqualTo(eur("250.00"));
    }

    private static ShareOfWallet share(String ours, WalletEstimateTerms... estimates) {
        return ShareOfWallet.of(List.of(estimates), Map.of(CASH_CZ, eur(ours)), new FxTable(EUR, DAY, List.of()), EUR);
    }

    private static WalletEstimateTerms estimate(String spend, boolean blocked) {
        return new WalletEstimateTerms(
                "cash-management",
                "CZ",
                Holder.UNKNOWN,
                noCompetitor(),
                new BigDecimal(spend),
                "EUR",
                blocked,
                "interview",
                Confidence.LOW,
                DAY);
    }

    private static @Nullable String noCompetitor() {
        return null;
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
