package io.clientele.loyalty.reward;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.atOnce;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.earns;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.redeem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rewards do, how they are delivered, and how many a member may have. */
@LoyaltyTest
class RewardBenefitsTest {

    @Inject
    Bank bank;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"CASH_BACK\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"EUR\"}}",
                "{\"type\":\"STATEMENT_CREDIT\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"EUR\"}}",
                "{\"type\":\"FEE_WAIVER\",\"fee\":\"ACCOUNT-MAINTENANCE\",\"duration\":\"P3M\"}",
                "{\"type\":\"RATE_BENEFIT\",\"product\":\"SAVINGS\",\"basisPoints\":25,\"duration\":\"P6M\"}",
                "{\"type\":\"DONATION\",\"beneficiary\":\"RED-CROSS\",\"amount\":{\"amount\":\"5.00\",\"currency\":\"EUR\"}}",
                "{\"type\":\"PARTNER_GOODS\",\"partner\":\"KINO-PRAHA\",\"article\":\"TICKET-2D\"}"
            })
    void saysWhatAUnitDoes(String benefit) {
        String programme = activeProgramme();

        String reward = offered(programme, ",\"benefit\":" + benefit);

        Map<String, Object> shown = operator()
                .get("/v1/loyalty-programmes/" + programme + "/rewards/" + reward)
                .path("benefit");
        Map<String, Object> said =
                io.restassured.path.json.JsonPath.from(benefit).getMap("");
        assertThat(shown).isEqualTo(said);
    }

    @Test
    void isDeliveredByTheBanksSystem() {
        String programme = activeProgramme();
        String member = member(programme, 100);
        String reward = offered(
                programme,
                ",\"fulfilWithin\":\"P14D\",\"benefit\":{\"type\":\"CASH_BACK\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"EUR\"}}");
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            Response redeemed = redeem(member, reward, key());
            redeemed.then().statusCode(201).body("fulfilment", equalTo("REQUESTED"));
            String redemption = redeemed.header("Location");

            reports(redemption, "ACCEPTED").then().statusCode(201);
            reports(redemption, "FULFILLED").then().statusCode(201).body("fulfilmentReference", equalTo("pay-4711"));

            Received fulfilled = subscriber.await("io.clientele.loyalty.reward.fulfilled.v1", redeemed.path("id"));
            EventSchemas.assertValid(List.of(fulfilled));
            assertThat(fulfilled.value()).contains("CASH_BACK").contains("pay-4711");
            reports(redemption, "FAILED").then().statusCode(409).body("code", equalTo("fulfilment-ended"));
        }
    }

    @Test
    void givesPointsBackWhenItCannotBeDelivered() {
        String programme = activeProgramme();
        String member = member(programme, 100);
        String redemption = redeem(member, offered(programme, ",\"fulfilWithin\":\"P14D\""), key())
                .header("Location");

        reports(redemption, "FAILED").then().statusCode(201).body("state", equalTo("CANCELLED"));

        assertThat(balance(member, "available")).isEqualTo(100);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void givesPointsBackWhenItIsNotDeliveredInTime() {
        String programme = activeProgramme();
        String member = member(programme, 100);
        Response redeemed = redeem(member, offered(programme, ",\"fulfilWithin\":\"P14D\""), key());
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            TestClock.advance(Duration.ofDays(15));

            Received cancelled = subscriber.await("io.clientele.loyalty.reward.cancelled.v1", redeemed.path("id"));

            EventSchemas.assertValid(List.of(cancelled));
            assertThat(cancelled.value()).contains("TIMED_OUT");
            await().until(() -> balance(member, "available") == 100);
            operator().get(redeemed.header("Location")).then().body("fulfilment", equalTo("FAILED"));
        }
    }

    @Test
    void keepsTheLimitPerMemberWhenManyBuyAtOnce() {
        String programme = activeProgramme();
        String member = member(programme, 1000);
        String reward = offered(programme, ",\"limit\":{\"units\":3,\"period\":\"MONTH\"}");

        List<Response> replies = atOnce(20, i -> redeem(member, reward, key()));

        assertThat(replies).filteredOn(reply -> reply.statusCode() == 201).hasSize(3);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 409)
                .hasSize(17)
                .allSatisfy(reply -> assertThat(reply.<String>path("code")).isEqualTo("purchase-limit-reached"));
        String bought = replies.stream()
                .filter(reply -> reply.statusCode() == 201)
                .findFirst()
                .orElseThrow()
                .header("Location");
        commands(bought + "/cancellations", Map.of()).then().statusCode(201);
        redeem(member, reward, key()).then().statusCode(201);
        TestClock.advance(Duration.ofDays(32));
        redeem(member, reward, key()).then().statusCode(201);
    }

    @Test
    void countsReservedUnitsUntilTheyAreGivenBack() {
        String programme = activeProgramme();
        String member = member(programme, 1000);
        String reward = offered(programme, ",\"limit\":{\"units\":1,\"period\":\"EVER\"}");
        String reservation =
                commands(member + "/reservations", Map.of("rewardId", reward)).header("Location");

        redeem(member, reward, key()).then().statusCode(409);
        commands(reservation + "/cancellations", "").then().statusCode(201);

        redeem(member, reward, key()).then().statusCode(201);
    }

    @Test
    void sellsExactlyItsStockToTwoHundredBuyersAndTellsOnce() {
        String programme = activeProgramme();
        List<String> members = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> member(programme, 200))
                .toList();
        String reward = offered(programme, ",\"stock\":25");
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {

            List<Response> replies = atOnce(200, i -> redeem(members.get(i % 20), reward, key()));

            assertThat(replies).filteredOn(reply -> reply.statusCode() == 201).hasSize(25);
            assertThat(replies)
                    .filteredOn(reply -> reply.statusCode() != 201)
                    .allSatisfy(reply -> assertThat(reply.<String>path("code")).isEqualTo("out-of-stock"));
            Received told = subscriber.await("io.clientele.loyalty.reward.out-of-stock.v1", reward);
            EventSchemas.assertValid(List.of(told));
            assertThat(booksAgree(programme)).isTrue();
        }
    }

    private String member(String programme, long points) {
        String member = enrolled(programme, bank.client());
        earns(member, points);
        return member;
    }

    private static String offered(String programme, String more) {
        Response offered = operator()
                .body("{\"name\":\"Benefit\",\"currency\":\"POINTS\",\"points\":10" + more + "}")
                .post("/v1/loyalty-programmes/" + programme + "/rewards");
        offered.then().statusCode(201);
        return offered.path("id");
    }

    private static Response reports(String redemption, String fulfilment) {
        return commands(redemption + "/fulfilments", Map.of("fulfilment", fulfilment, "reference", "pay-4711"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
