package io.clientele.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BerkaTransactionTest {

    @Test
    void beginsADayAtMidnightInPragueInWinterAndInSummer() {
        assertThat(BerkaTransaction.startOf(LocalDate.of(1993, 1, 1))).isEqualTo(Instant.parse("1992-12-31T23:00:00Z"));
        assertThat(BerkaTransaction.startOf(LocalDate.of(1993, 7, 1))).isEqualTo(Instant.parse("1993-06-30T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"PRIJEM,CREDIT", "VYDAJ,DEBIT", "VYBER,DEBIT"})
    void tellsMoneyInFromMoneyOut(String type, String direction) {
        assertThat(BerkaTransaction.direction(type)).isEqualTo(direction);
    }

    @ParameterizedTest
    @CsvSource({
        "VKLAD,CASH",
        "VYBER,CASH",
        "PREVOD Z UCTU,TRANSFER",
        "PREVOD NA UCET,TRANSFER",
        "VYBER KARTOU,CARD",
        "'',BANK"
    })
    void namesTheChannel(String operation, String channel) {
        assertThat(BerkaTransaction.channel(operation)).isEqualTo(channel);
    }

    @ParameterizedTest
    @CsvSource({
        "SIPO,HOUSEHOLD",
        "UROK,INTEREST",
        "SLUZBY,STATEMENT_FEE",
        "POJISTNE,INSURANCE",
        "UVER,LOAN_PAYMENT",
        "DUCHOD,PENSION",
        "SANKC. UROK,SANCTION_INTEREST",
        "'',OTHER",
        "' ',OTHER"
    })
    void namesThePurpose(String kSymbol, String category) {
        assertThat(BerkaTransaction.category(kSymbol)).isEqualTo(category);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> BerkaTransaction.category("NOVY")).hasMessageContaining("NOVY");
        assertThatThrownBy(() -> BerkaTransaction.channel("NOVY")).hasMessageContaining("NOVY");
        assertThatThrownBy(() -> BerkaTransaction.direction("NOVY")).hasMessageContaining("NOVY");
    }
}
