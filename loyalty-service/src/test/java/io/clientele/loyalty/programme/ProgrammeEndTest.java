package io.clientele.loyalty.programme;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.approver;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.earns;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.payment;
import static io.clientele.loyalty.testing.Bank.redeem;
import static io.clientele.loyalty.testing.Bank.reward;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.Topics;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of points when a programme ends. */
@LoyaltyTest
class ProgrammeEndTest {

    @Inject
    Bank bank;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static LocalDate today() {
        return TestClock.now().atZone(ZoneId.of("Europe/Prague")).toLocalDate();
    }

    private static Response windDown(String path, LocalDate spendUntil) {
        return approver()
                .header("If-Match", "*")
                .body(Map.of("spendUntil", spendUntil.toString(), "reason", "replaced"))
                .post(path + "/wind-downs");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void letsMembersSpendUntilItsLastDayAndThenEndsTheirPoints() {
        String programme = activeProgramme();
        String path = "/v1/loyalty-programmes/" + programme;
        String member = enrolled(programme, bank.client());
        String holdsOn = enrolled(programme, bank.client());
        earns(member, 300);
        earns(holdsOn, 200);
        String reward = reward(programme, 100, "null");
        Instant whileItRan = TestClock.now();
        TestClock.advance(Duration.ofSeconds(1));
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            windDown(path, today())
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("WINDING_DOWN"))
                    .body("spendUntil", equalTo(today().toString()));

            operator()
                    .body(Map.of("clientId", bank.client()))
                    .post(path + "/members")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("programme-not-active"));
            assertThat(earnedBy(member, TestClock.now())).isZero();
            assertThat(earnedBy(member, whileItRan)).isEqualTo(1);
            String redemption = redeem(member, reward, key()).header("Location");
            commands(holdsOn + "/reservations", Map.of("rewardId", reward, "holdFor", "P2D"))
                    .then()
                    .statusCode(201);

            TestClock.advance(Duration.ofDays(1));

            Received closed = subscriber.await(event -> event.subject().equals(programme)
                    && String.valueOf(event.value()).contains("\"CLOSED\""));
            await().until(() -> balance(member, "available") == 0 && balance(holdsOn, "available") == 0);
            Received ended = subscriber.await("io.clientele.loyalty.points.forfeited.v1", id(member));
            EventSchemas.assertValid(List.of(closed, ended));
            assertThat(balance(member, "lifetime.forfeited")).isEqualTo(201);
            assertThat(balance(holdsOn, "reserved")).isEqualTo(100);
            assertThat(earnedBy(member, whileItRan)).isZero();
            redeem(member, reward, key()).then().statusCode(409);
            commands(
                            path + "/adjustments",
                            Map.of("memberId", id(member), "currency", "POINTS", "points", 5, "reason", "GOODWILL"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("programme-closed"));

            commands(redemption + "/cancellations", Map.of()).then().statusCode(201);
            TestClock.advance(Duration.ofDays(2));

            await().until(() -> balance(member, "lifetime.forfeited") == 301);
            await().until(() -> balance(holdsOn, "lifetime.forfeited") == 200);
            assertThat(booksAgree(programme)).isTrue();
        }
    }

    @Test
    void tellsSubscribersThatItPausesGoesOnAndChanges() {
        String programme = activeProgramme(Bank.termsWith("{\"noticeDays\":14}"));
        String path = "/v1/loyalty-programmes/" + programme;
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            Map<String, String> why = Map.of("reason", "audit");
            approver()
                    .header("If-Match", "*")
                    .body(why)
                    .post(path + "/suspensions")
                    .then()
                    .statusCode(201);
            approver()
                    .header("If-Match", "*")
                    .body(why)
                    .post(path + "/resumptions")
                    .then()
                    .statusCode(201);
            operator()
                    .header("If-Match", "*")
                    .body(terms("Household rewards").replace("2026-01", "2027-01"))
                    .put(path)
                    .then()
                    .statusCode(200);
            operator().header("If-Match", "*").post(path + "/reviews").then().statusCode(201);
            approver()
                    .header("If-Match", "*")
                    .body(Map.of(
                            "effectiveFrom",
                            TestClock.now().plus(Duration.ofDays(1)).toString()))
                    .post(path + "/approvals")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("notice-too-short"));
            approver()
                    .header("If-Match", "*")
                    .body("{}")
                    .post(path + "/approvals")
                    .then()
                    .statusCode(201)
                    .body("inForce.number", equalTo(1));

            for (String change : List.of("SUSPENDED", "RESUMED", "TERMS_ANNOUNCED")) {
                Received told = subscriber.await(event -> event.subject().equals(programme)
                        && String.valueOf(event.value()).contains(change));
                EventSchemas.assertValid(List.of(told));
            }
        }
    }

    @Test
    void isEndedByAnApproverOnly() {
        String path = "/v1/loyalty-programmes/" + activeProgramme();

        operator()
                .header("If-Match", "*")
                .body(Map.of("spendUntil", today().toString(), "reason", "replaced"))
                .post(path + "/wind-downs")
                .then()
                .statusCode(403);
        operator().get(path).then().body("state", equalTo("ACTIVE")).body("spendUntil", nullValue());
    }

    private static int earnedBy(String member, Instant at) {
        return operator()
                .header("Idempotency-Key", key())
                .body(payment("late-" + UUID.randomUUID(), 100, at))
                .post(member + "/transactions")
                .<List<Object>>path("transactions")
                .size();
    }

    private static String id(String member) {
        return member.substring(member.lastIndexOf('/') + 1);
    }
}
