package io.clientele.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contracts.clients.Sex;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthNumberTest {

    @Test
    void readsAManAsWritten() {
        assertThat(BirthNumber.parse("450204")).isEqualTo(new BirthNumber(LocalDate.of(1945, 2, 4), Sex.MALE));
    }

    @Test
    void readsAWomanWithHerMonthRaisedByFifty() {
        assertThat(BirthNumber.parse("706213")).isEqualTo(new BirthNumber(LocalDate.of(1970, 12, 13), Sex.FEMALE));
        assertThat(BirthNumber.parse("705101")).isEqualTo(new BirthNumber(LocalDate.of(1970, 1, 1), Sex.FEMALE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"701301", "705001", "706301", "70010", "7001011", "70AB01", "700230"})
    void refusesWhatNamesNoDay(String digits) {
        assertThatThrownBy(() -> BirthNumber.parse(digits)).isInstanceOf(DateTimeException.class);
    }
}
