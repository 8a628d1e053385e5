package io.clientele.loyalty.achievement;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.as;
import static io.clientele.loyalty.testing.Bank.atOnce;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.Topics;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What members reach by what they do: once, and never by the same activity twice. */
@LoyaltyTest
class AchievementsTest {

    @Inject
    Bank bank;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static String programme(String achievement) {
        return activeProgramme(terms("Reach", "", "")
                .replace("\"rules\":[", """
                        "rules":[{"key":"reached","name":"Reached","currency":"POINTS","activityType":"achievement-completed",
                          "condition":{"attribute":{"path":"achievement","eq":"three"}},
                          "formula":{"type":"FIXED","points":1000},"expiry":{"type":"NEVER"}},""")
                .replaceFirst("}$", ",\"achievements\":[" + achievement + "]}"));
    }

    private static String three(String more) {
        return "{\"key\":\"three\",\"name\":\"Three logins\",\"activityType\":\"login\",\"target\":3" + more + "}";
    }

    @Test
    void isCompletedOnceAndRewardedByARule() {
        String programme = programme(three(""));
        String member = enrolled(programme, bank.client());
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            does(member, "login", "a-" + member, "{}");
            does(member, "login", "a-" + member, "{}");
            does(member, "login", "b-" + member, "{}");
            operator()
                    .get(member + "/achievements")
                    .then()
                    .body("[0].progress", equalTo(2))
                    .body("[0].completedAt", nullValue());

            does(member, "login", "c-" + member, "{}");
            does(member, "login", "d-" + member, "{}");

            EventSchemas.assertValid(
                    List.of(subscriber.await("io.clientele.loyalty.achievement.completed.v1", id(member))));
        }
        operator()
                .get(member + "/achievements")
                .then()
                .body("[0].progress", equalTo(4))
                .body("[0].completedAt", notNullValue())
                .body("[0].times", equalTo(1));
        assertThat(balance(member, "available")).isEqualTo(1000);
        await().untilAsserted(() -> assertThat(completed(member)).hasSize(1));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void isCompletedOnceHoweverManyArriveTogether() {
        String programme = programme(three(""));
        String member = enrolled(programme, bank.client());

        List<Response> replies = atOnce(60, i -> reports(member, "login", "x" + i % 20 + "-" + member, "{}"));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.statusCode()).isEqualTo(200));
        assertThat(balance(member, "available")).isEqualTo(1000);
        operator().get(member + "/achievements").then().body("[0].progress", equalTo(20));
        await().untilAsserted(() -> assertThat(completed(member)).hasSize(1));
    }

    @Test
    void beginsAnewWithEachPeriodAsOftenAsItMay() {
        String member = enrolled(programme(three(",\"period\":\"DAY\",\"times\":2")), bank.client());

        for (int day = 0; day < 3; day++) {
            for (int i = 0; i < 3; i++) {
                does(member, "login", "p" + day + i + "-" + member, "{}");
            }
            TestClock.advance(Duration.ofDays(1));
        }

        assertThat(balance(member, "available")).isEqualTo(2000);
        operator()
                .get(member + "/achievements")
                .then()
                .body("[0].progress", equalTo(0))
                .body("[0].times", equalTo(2));
    }

    @Test
    void addsUpAFieldInItsWindow() {
        String sum = """
                {"key":"three","name":"Spend","activityType":"card-spend","field":"amount","target":100.5,
                 "condition":{"attribute":{"path":"currency","eq":"CZK"}},"window":{"from":"%s"}}""".formatted(
                TestClock.now().atZone(java.time.ZoneId.of("Europe/Prague")).toLocalDate());
        String member = enrolled(programme(sum), bank.client());
        does(member, "card-spend", "a-" + member, "{\"amount\":\"100.49\",\"currency\":\"CZK\"}");
        does(member, "card-spend", "b-" + member, "{\"amount\":\"50.00\",\"currency\":\"EUR\"}");
        assertThat(balance(member, "available")).isZero();

        does(member, "card-spend", "c-" + member, "{\"amount\":\"0.01\",\"currency\":\"CZK\"}");

        assertThat(balance(member, "available")).isEqualTo(1000);
    }

    @Test
    void countsNothingOfWhoIsSuspended() {
        String member = enrolled(programme(three("")), bank.client());
        commands(member + "/suspensions", "{\"reason\":\"Under review\"}")
                .then()
                .statusCode(201);

        does(member, "login", "a-" + member, "{}");

        operator().get(member + "/achievements").then().body("[0].progress", equalTo(0));
    }

    @Test
    void neverCountsItself() {
        operator()
                .body(terms("Loop", "", "")
                        .replaceFirst(
                                "}$",
                                ",\"achievements\":[" + three("").replace("login", "achievement-completed") + "]}"))
                .post("/v1/loyalty-programmes")
                .then()
                .statusCode(422);
    }

    private static void does(String member, String type, String source, String data) {
        reports(member, type, source, data).then().statusCode(200);
    }

    private static Response reports(String member, String type, String source, String data) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"sourceId\":\"%s\",\"activityType\":\"%s\",\"occurredAt\":\"%s\",\"data\":%s}"
                        .formatted(source.replace("/", ""), type, TestClock.now(), data))
                .post(member + "/transactions");
    }

    private static List<Object> completed(String member) {
        return as("audrey", Roles.AUDITOR)
                .queryParam("types", "io.clientele.loyalty.achievement.completed.v1")
                .queryParam("subject", id(member))
                .get("/v1/events")
                .path("items.data.achievement");
    }

    private static String id(String member) {
        return member.substring(member.lastIndexOf('/') + 1);
    }
}
