package io.clientele.loyalty.earning;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.approver;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.payment;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
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
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LoyaltyTest
class EarningTest {

    @Inject
    Bank bank;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void creditsAndExplains() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            Response earned = report(member, payment(source(), 1250, TestClock.now()));

            earned.then()
                    .statusCode(201)
                    .body("earned", equalTo(true))
                    .body("transactions[0].points", equalTo(12))
                    .body("transactions[0].available", equalTo(12));
            operator()
                    .get(earned.header("Location"))
                    .then()
                    .statusCode(200)
                    .body("kind", equalTo("EARN"))
                    .body("entries[0].from", equalTo("ISSUED"))
                    .body("explanation.programmeVersion", equalTo(1))
                    .body("explanation.rules[0].reason", containsString("12 steps of 100.00 CZK"));
            Received event = subscriber.await(
                    "io.clientele.loyalty.points.earned.v1", member.substring(member.lastIndexOf('/') + 1));
            EventSchemas.assertValid(List.of(event));
            assertThat(event.value()).contains("\"points\":12").contains("\"available\":12");
        }
    }

    @Test
    void countsAnActivityOnce() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        String payment = payment(source(), 500, TestClock.now());
        report(member, payment).then().statusCode(201);

        report(member, payment).then().statusCode(409).body("code", equalTo("already-counted"));

        assertThat(balance(member, "available")).isEqualTo(5);
    }

    @Test
    void saysWhatWouldHappenAndMovesNothing() {
        String member = enrolled(activeProgramme(), bank.client());

        operator()
                .queryParam("dryRun", true)
                .body(payment(source(), 500, TestClock.now()))
                .post(member + "/transactions")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("earned", equalTo(true))
                .body("judgement.rules[0].granted", equalTo(5))
                .body("transactions.size()", equalTo(0));

        assertThat(balance(member, "available")).isZero();
    }

    @Test
    void earnsFromTheMomentTheClientJoined() {
        String member = enrolled(activeProgramme(), bank.client());
        Instant joined = Instant.parse(operator().get(member).path("joinedAt"));

        report(member, payment(source(), 500, joined.minusMillis(1)))
                .then()
                .statusCode(200)
                .body("earned", equalTo(false))
                .body("judgement.obstacle", containsString("before the member joined"));
        report(member, payment(source(), 500, joined)).then().statusCode(201);
    }

    @Test
    void judgesByTheVersionOfTheActivitysOwnTime() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        Instant underTheFirst = TestClock.now();
        String path = "/v1/loyalty-programmes/" + programme;
        String generous = terms("Household rewards").replace("\"points\":1", "\"points\":3");
        String tag = operator().get(path).header("ETag");
        tag = operator().header("If-Match", tag).body(generous).put(path).header("ETag");
        tag = operator().header("If-Match", tag).post(path + "/reviews").header("ETag");
        approver()
                .header("If-Match", tag)
                .body("{}")
                .post(path + "/approvals")
                .then()
                .statusCode(201);

        report(member, payment(source(), 100, underTheFirst))
                .then()
                .body("judgement.programmeVersion", equalTo(1))
                .body("transactions[0].points", equalTo(1));
        report(member, payment(source(), 100, TestClock.now()))
                .then()
                .body("judgement.programmeVersion", equalTo(2))
                .body("transactions[0].points", equalTo(3));
    }

    @Test
    void earnsNothingWhileSuspended() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        Instant before = TestClock.now();
        String tag = operator().get(member).header("ETag");
        operator()
                .header("If-Match", tag)
                .body("{\"reason\":\"a complaint is open\"}")
                .post(member + "/suspensions")
                .then()
                .statusCode(201);

        report(member, payment(source(), 100, TestClock.now()))
                .then()
                .statusCode(200)
                .body("judgement.obstacle", equalTo("the member is suspended"));
        report(member, payment(source(), 100, before)).then().statusCode(201);
    }

    @Test
    void refusesActivityOfTheFuture() {
        String member = enrolled(activeProgramme(), bank.client());

        report(member, payment(source(), 100, TestClock.now().plus(Duration.ofHours(1))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/occurredAt"));
    }

    @Test
    void expiresPointsAtTheEndOfTheirLastBusinessDay() {
        String programme = activeProgramme(terms("Short", "{\"type\":\"ROLLING\",\"period\":\"P10D\"}"));
        String member = enrolled(programme, bank.client());
        report(member, payment(source(), 700, TestClock.now())).then().statusCode(201);
        operator()
                .get(member + "/balance")
                .then()
                .body("available", equalTo(7))
                .body("expiring[0].points", equalTo(7))
                .body("expiring[0].lastDay", notNullValue());
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            TestClock.advance(Duration.ofDays(9));
            assertThat(balance(member, "available")).isEqualTo(7);

            TestClock.advance(Duration.ofDays(2));

            Received expired = subscriber.await(
                    "io.clientele.loyalty.points.expired.v1", member.substring(member.lastIndexOf('/') + 1));
            EventSchemas.assertValid(List.of(expired));
            assertThat(balance(member, "available")).isZero();
            assertThat(balance(member, "lifetime.expired")).isEqualTo(7);
            assertThat(booksAgree(programme)).isTrue();
        }
    }

    @Test
    void neverLetsPointsPastTheirExpiryBeSpentBeforeTheExpiryRun() {
        String programme = activeProgramme(terms("Short", "{\"type\":\"ROLLING\",\"period\":\"P1D\"}"));
        String member = enrolled(programme, bank.client());
        report(member, payment(source(), 700, TestClock.now())).then().statusCode(201);
        String reward = Bank.reward(programme, 7, "null");

        TestClock.advance(Duration.ofDays(3));

        Awaitility.await()
                .untilAsserted(() -> assertThat(balance(member, "available")).isZero());
        Bank.redeem(member, reward, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-points"));
    }

    @Test
    void tellsAStatementBetweenTwoBalances() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        report(member, payment(source(), 1000, TestClock.now())).then().statusCode(201);
        Bank.redeem(member, Bank.reward(programme, 4, "null"), UUID.randomUUID().toString())
                .then()
                .statusCode(201);
        String today = TestClock.now()
                .atZone(java.time.ZoneId.of("Europe/Prague"))
                .toLocalDate()
                .toString();

        Response first = operator()
                .queryParam("from", today)
                .queryParam("to", today)
                .queryParam("limit", 1)
                .get(member + "/statement");
        first.then()
                .statusCode(200)
                .body("opening", equalTo(0))
                .body("closing", equalTo(6))
                .body("items[0].kind", equalTo("EARN"))
                .body("items[0].entries[0].lot", notNullValue());
        operator()
                .queryParam("cursor", first.<String>path("next"))
                .get(member + "/statement")
                .then()
                .body("items[0].kind", equalTo("REDEEM"))
                .body("items[0].change", equalTo(-4))
                .body("next", nullValue());
        operator()
                .queryParam("from", "tomorrow")
                .queryParam("to", today)
                .get(member + "/statement")
                .then()
                .statusCode(400)
                .body("code", equalTo("period-malformed"));
    }

    @Test
    void listsOpenLotsInTheOrderTheyAreSpent() {
        String member = enrolled(activeProgramme(), bank.client());
        Instant joined = Instant.parse(operator().get(member).path("joinedAt"));
        report(member, payment("b-" + source(), 200, joined.plusMillis(2)))
                .then()
                .statusCode(201);
        report(member, payment("a-" + source(), 100, joined.plusMillis(1)))
                .then()
                .statusCode(201);

        operator().get(member + "/lots").then().statusCode(200).body("available", equalTo(List.of(1, 2)));
    }

    private static Response report(String member, String activity) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(activity)
                .post(member + "/transactions");
    }

    private static String source() {
        return "pay-" + UUID.randomUUID();
    }
}
