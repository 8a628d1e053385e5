package io.clientele.loyalty.expiry;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.as;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.pays;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.Topics;
import io.clientele.loyalty.sql.Sql;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members hear of what they are going to lose in time, and not twice. */
@LoyaltyTest
class WarningsTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final String FINISHED =
            "SELECT count(*) AS runs FROM daily_run WHERE programme_id = ?::uuid AND activity = ? AND day = ? AND finished";

    @Inject
    Bank bank;

    @Inject
    Sql sql;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void warnsOfExpiry30And7And1DaysAheadOnceEach() {
        String programme = activeProgramme(terms("Short", "{\"type\":\"ROLLING\",\"period\":\"P40D\"}"));
        String member = enrolled(programme, bank.client());
        pays(member, UUID.randomUUID().toString(), 700).then().statusCode(201);
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            for (int day = 0; day < 5; day++) {
                // 9, 10, 33, 38, 39 days after the earning
                TestClock.advance(Duration.ofDays(List.of(9, 1, 23, 5, 1).get(day)));
                awaitRun(programme, "expiry-warnings");
            }
            EventSchemas.assertValid(List.of(subscriber.await("io.clientele.loyalty.points.expiring.v1", id(member))));
        }

        await().untilAsserted(() ->
                assertThat(warned(member, "points.expiring", "daysAhead")).containsExactly(30, 7, 1));
        assertThat(warned(member, "points.expiring", "points")).containsExactly(7, 7, 7);
    }

    @Test
    void warnsOnlyOfTheNearestWhenRunsWereMissed() {
        String programme = activeProgramme(terms("Short", "{\"type\":\"ROLLING\",\"period\":\"P40D\"}"));
        String member = enrolled(programme, bank.client());
        pays(member, UUID.randomUUID().toString(), 700).then().statusCode(201);

        TestClock.advance(Duration.ofDays(36));
        awaitRun(programme, "expiry-warnings");

        await().untilAsserted(() ->
                assertThat(warned(member, "points.expiring", "daysAhead")).containsExactly(7));
    }

    @Test
    void tellsWhatIsAtRiskAndWarnsOnceForEachLastDay() {
        String programme = activeProgramme(terms("Tiered", "", """
                ,"tiers":{"currency":"POINTS","rolling":"P60D","tiers":[{"key":"silver","name":"Silver","threshold":10},
                  {"key":"gold","name":"Gold","threshold":50}]}"""));
        String member = enrolled(programme, bank.client());
        operator().get(member + "/tier-progress").then().body("atRisk", nullValue());
        pays(member, UUID.randomUUID().toString(), 6_000).then().statusCode(201);
        LocalDate earned = TestClock.now().atZone(PRAGUE).toLocalDate();
        await().until(() ->
                "gold".equals(operator().get(member + "/tier-progress").path("tier")));

        operator()
                .get(member + "/tier-progress")
                .then()
                .body("atRisk.keptUntil", equalTo(earned.plusDays(59).toString()))
                .body("atRisk.missing", equalTo(50))
                .body("atRisk.fallsTo", nullValue());
        TestClock.advance(Duration.ofDays(28));
        awaitRun(programme, "tiers");
        assertThat(warned(member, "tier.at-risk", "tier")).isEmpty();
        TestClock.advance(Duration.ofDays(10));
        awaitRun(programme, "tiers");
        TestClock.advance(Duration.ofDays(1));
        awaitRun(programme, "tiers");

        await().untilAsserted(() -> assertThat(warned(member, "tier.at-risk", "keptUntil"))
                .containsExactly(earned.plusDays(59).toString()));
    }

    /** Waits for today's run of a programme. */
    private void awaitRun(String programme, String activity) {
        LocalDate today = TestClock.now().atZone(PRAGUE).toLocalDate();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Work.of("test")
                        .call(() -> QuarkusTransaction.requiringNew()
                                .call(() -> sql.one(FINISHED, row -> row.number("runs"), programme, activity, today)
                                        == 1)));
    }

    private static List<Object> warned(String member, String fact, String field) {
        return as("audrey", Roles.AUDITOR)
                .queryParam("types", "io.clientele.loyalty." + fact + ".v1")
                .queryParam("subject", id(member))
                .get("/v1/events")
                .path("items.data." + field);
    }

    private static String id(String member) {
        return member.substring(member.lastIndexOf('/') + 1);
    }
}
