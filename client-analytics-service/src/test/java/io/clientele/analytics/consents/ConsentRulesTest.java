package io.clientele.analytics.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentRulesTest {

    private static final Instant FIRST = Instant.parse("1994-03-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("1994-03-02T12:00:00Z");

    @Test
    void whereNothingWasSaidThereIsNoConsent() {
        assertThat(new Consents(List.of()).allows("marketing", "EMAIL")).isFalse();
        assertThat(new Consents(List.of(said("research", null, Decision.GIVEN, FIRST))).allows("marketing", "EMAIL"))
                .isFalse();
    }

    @Test
    void aWithdrawalForAllChannelsVoidsWhatWasGivenForOneBefore() {
        Consents consents = new Consents(List.of(
                said("marketing", "EMAIL", Decision.GIVEN, FIRST), said("marketing", null, Decision.WITHDRAWN, LATER)));

        assertThat(consents.allows("marketing", "EMAIL")).isFalse();
    }

    @Test
    void whatIsGivenForAChannelLaterHoldsForItAlone() {
        Consents consents = new Consents(List.of(
                said("marketing", null, Decision.WITHDRAWN, FIRST), said("marketing", "EMAIL", Decision.GIVEN, LATER)));

        assertThat(consents.allows("marketing", "EMAIL")).isTrue();
        assertThat(consents.allows("marketing", "PHONE")).isFalse();
        assertThat(consents.allows("marketing", null)).isFalse();
    }

    @Test
    void anOptOutOfAChannelLeavesTheOthers() {
        Consents consents = new Consents(List.of(
                said("marketing", null, Decision.GIVEN, FIRST), said("marketing", "PHONE", Decision.WITHDRAWN, LATER)));

        assertThat(consents.allows("marketing", "PHONE")).isFalse();
        assertThat(consents.allows("marketing", "EMAIL")).isTrue();
    }

    @Test
    void saidAtTheSameTimeTheWithdrawalStands() {
        Consents consents = new Consents(List.of(
                said("marketing", "EMAIL", Decision.WITHDRAWN, FIRST), said("marketing", null, Decision.GIVEN, FIRST)));

        assertThat(consents.allows("marketing", "EMAIL")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "20:00, 08:00, 19:59, false",
        "20:00, 08:00, 20:00, true",
        "20:00, 08:00, 00:00, true",
        "20:00, 08:00, 07:59, true",
        "20:00, 08:00, 08:00, false",
        "12:00, 13:00, 11:59, false",
        "12:00, 13:00, 12:00, true",
        "12:00, 13:00, 13:00, false"
    })
    void quietHoursMayPassMidnight(LocalTime from, LocalTime until, LocalTime time, boolean quiet) {
        assertThat(new QuietHours(from, until).at(time)).isEqualTo(quiet);
    }

    private static Statement said(String purpose, @Nullable String channel, Decision decision, Instant at) {
        return new Statement(purpose, channel, decision, "BRANCH", at, "rm-1", at);
    }
}
