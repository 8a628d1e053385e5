package io.clientele.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.clients.ClientType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GeneratedBankTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final GeneratedBank bank = new GeneratedBank(TODAY);

    @Test
    void isTheSameEachTime() {
        assertThat(new GeneratedBank(TODAY).clients())
                .containsExactlyElementsOf(bank.clients().toList());
        assertThat(new GeneratedBank(TODAY).activities())
                .containsExactlyElementsOf(bank.activities().toList());
    }

    @Test
    void hasPeopleAndCompanies() {
        assertThat(bank.clients().filter(client -> client.type() == ClientType.PERSON))
                .hasSize(240)
                .allSatisfy(person -> assertThat(person.birthDate()).isBefore(TODAY.minusYears(18)));
        assertThat(bank.clients().filter(client -> client.type() == ClientType.COMPANY))
                .hasSize(60)
                .allSatisfy(company -> assertThat(company.birthDate()).isNull());
    }

    @Test
    void hasAYearOfActivityBeforeToday() {
        var activities = bank.activities().toList();

        assertThat(activities).hasSizeBetween(20_000, 60_000);
        assertThat(activities.stream().map(ActivityLine::sourceId).distinct()).hasSameSizeAs(activities);
        assertThat(activities)
                .allSatisfy(activity -> assertThat(activity.occurredAt())
                        .isBetween(
                                TODAY.minusDays(365).atStartOfDay().toInstant(ZoneOffset.UTC),
                                TODAY.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
