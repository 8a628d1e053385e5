package io.clientele.loyalty.correction;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.approver;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.earns;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.pays;
import static io.clientele.loyalty.testing.Bank.redeem;
import static io.clientele.loyalty.testing.Bank.reward;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.TestClock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LoyaltyTest
class CorrectionsTest {

    private static final String POLICIES =
            ",\"policies\":{\"reinstatementDays\":60,\"adjustmentLimit\":1000,\"transfers\":true}";

    @Inject
    Bank bank;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void reversesByAmountUnderTheVersionOfTheEarning() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        String earning = transaction(pays(member, key(), 550));
        approveTwoPointsPerStep(programme);

        // 420 of 550 are left: 4 steps at one point each, whatever the rule grants now
        commands(reversals(member, earning), Map.of("sourceId", "r-1", "amount", "130.00"))
                .then()
                .statusCode(201)
                .body("points", equalTo(1))
                .body("remaining", equalTo(4));
        // 410 are left: still 4 steps
        commands(reversals(member, earning), Map.of("sourceId", "r-2", "amount", "10.00"))
                .then()
                .statusCode(200)
                .body("transactionId", nullValue());
        commands(reversals(member, earning), Map.of("sourceId", "r-2", "amount", "10.00"))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-counted"));
        // the last takes the remainder
        commands(reversals(member, earning), Map.of("sourceId", "r-3", "amount", "410.00"))
                .then()
                .statusCode(201)
                .body("points", equalTo(4))
                .body("remaining", equalTo(0));
        assertThat(balance(member, "available")).isZero();
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void refusesToPayBackMoreThanWasPaid() {
        String member = enrolled(activeProgramme(), bank.client());
        String earning = transaction(pays(member, key(), 500));

        commands(reversals(member, earning), Map.of("sourceId", "r-1", "amount", "500.01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("exceeds-amount"));
    }

    @Test
    void letsLaterCreditsSettleWhatIsOwedFirst() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        String earning = transaction(pays(member, key(), 10_000));
        redeem(member, reward(programme, 100, "null"), key()).then().statusCode(201);

        commands(reversals(member, earning), Map.of())
                .then()
                .statusCode(201)
                .body("points", equalTo(100))
                .body("owed", equalTo(100));
        assertThat(balance(member, "arrears")).isEqualTo(100);
        earns(member, 30);

        assertThat(balance(member, "arrears")).isEqualTo(70);
        assertThat(balance(member, "available")).isZero();
        earns(member, 80);
        assertThat(balance(member, "available")).isEqualTo(10);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void refusesToReverseTwice() {
        String member = enrolled(activeProgramme(), bank.client());
        String earning = transaction(pays(member, key(), 500));
        commands(reversals(member, earning), Map.of()).then().statusCode(201);

        commands(reversals(member, earning), Map.of()).then().statusCode(409).body("code", equalTo("already-reversed"));
    }

    @Test
    void reversesOnlyWhatIsPendingWhereThePolicySaysSo() {
        String member = enrolled(
                activeProgramme(terms("Careful", "", ",\"policies\":{\"reversal\":\"PENDING_ONLY\"}")), bank.client());
        String earning = transaction(pays(member, key(), 500));

        commands(reversals(member, earning), Map.of()).then().statusCode(409).body("code", equalTo("not-pending"));
    }

    @Test
    void keepsPointsPendingUntilTheyAreActivated() {
        String member = enrolled(activeProgramme(terms("Pending", ",\"activation\":{}", "")), bank.client());
        Response paid = pays(member, key(), 500);
        assertThat(paid.<Boolean>path("transactions[0].pending")).isTrue();
        assertThat(balance(member, "pending")).isEqualTo(5);
        assertThat(balance(member, "available")).isZero();

        commands(member + "/transactions/" + transaction(paid) + "/activations", "")
                .then()
                .statusCode(201)
                .body("points", equalTo(5))
                .body("available", equalTo(5));
        commands(member + "/transactions/" + transaction(paid) + "/activations", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-pending"));
    }

    @Test
    void activatesPointsWithTheirBusinessDay() {
        String member =
                enrolled(activeProgramme(terms("Pending", ",\"activation\":{\"after\":\"P2D\"}", "")), bank.client());
        pays(member, key(), 500).then().statusCode(201);

        TestClock.advance(Duration.ofDays(3));

        await().atMost(Duration.ofSeconds(20)).until(() -> balance(member, "available") == 5);
        assertThat(balance(member, "pending")).isZero();
    }

    @Test
    void givesACancelledRedemptionBackToItsLotsWithTheirExpiry() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 100);
        String expiry = operator().get(member + "/lots").path("[0].expiresAt");
        String reward = reward(programme, 30, "10");
        Response redeemed = operator()
                .header("Idempotency-Key", key())
                .body(Map.of("rewardId", reward, "quantity", 3))
                .post(member + "/redemptions");
        String redemption = redeemed.path("id");
        TestClock.advance(Duration.ofDays(40));

        commands(member + "/redemptions/" + redemption + "/cancellations", Map.of("quantity", 1))
                .then()
                .statusCode(201)
                .body("state", equalTo("COMPLETED"))
                .body("cancelled", equalTo(1));
        commands(member + "/redemptions/" + redemption + "/cancellations", Map.of())
                .then()
                .statusCode(201)
                .body("state", equalTo("CANCELLED"));

        operator()
                .get(member + "/lots")
                .then()
                .body("", hasSize(1))
                .body("[0].available", equalTo(100))
                .body("[0].expiresAt", equalTo(expiry));
        commands(member + "/redemptions/" + redemption + "/cancellations", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("redemption-cancelled"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void letsRefundedPointsPastTheirExpiryExpireAtOnce() {
        String programme = activeProgramme(terms("Short", "{\"type\":\"ROLLING\",\"period\":\"P1D\"}"));
        String member = enrolled(programme, bank.client());
        earns(member, 100);
        String redemption =
                redeem(member, reward(programme, 100, "null"), key()).path("id");
        TestClock.advance(Duration.ofDays(5));

        commands(member + "/redemptions/" + redemption + "/cancellations", Map.of())
                .then()
                .statusCode(201);

        assertThat(balance(member, "available")).isZero();
        assertThat(balance(member, "lifetime.expired")).isEqualTo(100);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void reinstatesWhatExpiredWithinThePolicysDays() {
        String programme = activeProgramme(
                terms("Short", "{\"type\":\"ROLLING\",\"period\":\"P1D\"}").replace("}]}", "}]" + POLICIES + "}"));
        String member = enrolled(programme, bank.client());
        earns(member, 100);
        TestClock.advance(Duration.ofDays(3));
        await().atMost(Duration.ofSeconds(20)).until(() -> balance(member, "lifetime.expired") == 100);
        String expiry =
                operator().get(member + "/statement?from=2020-01-01").path("items.find { it.kind == 'EXPIRE' }.id");

        commands(member + "/transactions/" + expiry + "/reinstatements", Map.of("lastDay", "2999-12-31"))
                .then()
                .statusCode(201)
                .body("points", equalTo(100));

        assertThat(balance(member, "available")).isEqualTo(100);
        commands(member + "/transactions/" + expiry + "/reinstatements", Map.of("lastDay", "2999-12-31"))
                .then()
                .statusCode(409)
                .body("code", equalTo("not-reinstatable"));
        TestClock.advance(Duration.ofDays(70));
        commands(member + "/transactions/" + expiry + "/reinstatements", Map.of("lastDay", "2999-12-31"))
                .then()
                .statusCode(409)
                .body("code", equalTo("reinstatement-too-late"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void adjustsAloneUpToTheLimitAndAboveItWithASecondPerson() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        adjust(programme, member, 1000).then().statusCode(201).body("state", equalTo("POSTED"));
        assertThat(balance(member, "available")).isEqualTo(1000);
        Response proposed = adjust(programme, member, 1001);
        proposed.then().statusCode(201).body("state", equalTo("PROPOSED"));
        String approvals = proposed.header("Location") + "/approvals";

        Bank.as(Bank.OPERATOR, Roles.LOYALTY_APPROVER)
                .header("If-Match", "*")
                .header("Idempotency-Key", key())
                .post(approvals)
                .then()
                .statusCode(403)
                .body("code", equalTo("four-eyes"));
        assertThat(balance(member, "available")).isEqualTo(1000);
        approver()
                .header("If-Match", "*")
                .header("Idempotency-Key", key())
                .post(approvals)
                .then()
                .statusCode(201)
                .body("state", equalTo("POSTED"));

        assertThat(balance(member, "available")).isEqualTo(2001);
        approver()
                .header("If-Match", "*")
                .header("Idempotency-Key", key())
                .post(approvals)
                .then()
                .statusCode(409)
                .body("code", equalTo("adjustment-decided"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void refusesToTakeMoreThanThereIs() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 10);

        adjust(programme, member, -11).then().statusCode(409).body("code", equalTo("insufficient-points"));
        adjust(programme, member, -10).then().statusCode(201);
        assertThat(balance(member, "available")).isZero();
    }

    @Test
    void movesLotsToAnotherMemberWithTheirExpiryAndSource() {
        String programme = activeProgramme(terms("Sharing", "", POLICIES));
        String giver = enrolled(programme, bank.client());
        String receiver = enrolled(programme, bank.client());
        pays(giver, "source-" + giver, 10_000).then().statusCode(201);
        String expiry = operator().get(giver + "/lots").path("[0].expiresAt");

        commands(giver + "/transfers", transfer(receiver, 40))
                .then()
                .statusCode(201)
                .body("available", equalTo(60));

        operator()
                .get(receiver + "/lots")
                .then()
                .body("available", contains(40))
                .body("[0].expiresAt", equalTo(expiry))
                .body("[0].sourceId", equalTo("source-" + giver));
        commands(giver + "/transfers", transfer(receiver, 61))
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-points"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void endsThePointsOfWhoLeavesWhereThePolicySaysSo() {
        String programme = activeProgramme(terms("Strict", "", ",\"policies\":{\"forfeitOnLeaving\":true}"));
        String member = enrolled(programme, bank.client());
        earns(member, 40);

        commands(member + "/departures", "").then().statusCode(201);

        assertThat(balance(member, "available")).isZero();
        assertThat(balance(member, "lifetime.forfeited")).isEqualTo(40);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void movesNothingWhereTheProgrammeDoesNotLetMembersShare() {
        String programme = activeProgramme();
        String giver = enrolled(programme, bank.client());
        earns(giver, 40);

        commands(giver + "/transfers", transfer(enrolled(programme, bank.client()), 40))
                .then()
                .statusCode(409)
                .body("code", equalTo("transfers-not-allowed"));
    }

    private static Map<String, Object> transfer(String receiver, long points) {
        return Map.of(
                "toMemberId",
                receiver.substring(receiver.lastIndexOf('/') + 1),
                "currency",
                "POINTS",
                "points",
                points);
    }

    private static Response adjust(String programme, String member, long points) {
        return commands(
                "/v1/loyalty-programmes/" + programme + "/adjustments",
                Map.of(
                        "memberId",
                        member.substring(member.lastIndexOf('/') + 1),
                        "currency",
                        "POINTS",
                        "points",
                        points,
                        "reason",
                        "GOODWILL"));
    }

    private static void approveTwoPointsPerStep(String programme) {
        String path = "/v1/loyalty-programmes/" + programme;
        String tag = operator()
                .header("If-Match", "*")
                .body(terms("Household rewards").replace("\"points\":1", "\"points\":2"))
                .put(path)
                .header("ETag");
        tag = operator().header("If-Match", tag).post(path + "/reviews").header("ETag");
        approver()
                .header("If-Match", tag)
                .body("{}")
                .post(path + "/approvals")
                .then()
                .statusCode(201);
    }

    private static String reversals(String member, String earning) {
        return member + "/transactions/" + earning + "/reversals";
    }

    private static String transaction(Response paid) {
        paid.then().statusCode(201);
        return paid.path("transactions[0].transactionId");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
