package io.clientele.loyalty.reward;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.atOnce;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.earns;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.redeem;
import static io.clientele.loyalty.testing.Bank.reward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LoyaltyTest
class RedemptionTest {

    @Inject
    Bank bank;

    @Test
    void spendsPointsOnAReward() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 500);
        String reward = reward(programme, 150, "null");

        Response redeemed = redeem(member, reward, key());

        redeemed.then().statusCode(201).body("points", equalTo(150)).body("state", equalTo("COMPLETED"));
        assertThat(balance(member, "available")).isEqualTo(350);
        assertThat(balance(member, "lifetime.spent")).isEqualTo(150);
        operator()
                .get(member + "/transactions/" + redeemed.path("transactionId"))
                .then()
                .statusCode(200)
                .body("kind", equalTo("REDEEM"))
                .body("change", equalTo(-150))
                .body("entries[0].to", equalTo("SPENT"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void refusesMoreThanThereIs() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 149);

        redeem(member, reward(programme, 150, "null"), key())
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-points"));
    }

    @Test
    void needsAnIdempotencyKey() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());

        operator()
                .body(Map.of("rewardId", UUID.randomUUID().toString()))
                .post(member + "/redemptions")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void locksPointsAndSpendsThemLater() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 200);
        String reward = reward(programme, 150, "5");

        Response reserved = reserve(member, reward);
        assertThat(balance(member, "available")).isEqualTo(50);
        assertThat(balance(member, "reserved")).isEqualTo(150);
        Response redeemed = redeemReserved(member, reserved.path("id"));

        redeemed.then().statusCode(201).body("reservationId", equalTo(reserved.path("id")));
        assertThat(balance(member, "reserved")).isZero();
        assertThat(stock(programme, reward)).isEqualTo(4);
        operator()
                .get(reserved.header("Location"))
                .then()
                .body("state", equalTo("REDEEMED"))
                .body("endedAt", notNullValue());
        redeemReserved(member, reserved.path("id")).then().statusCode(409).body("code", equalTo("reservation-ended"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void givesBackWhatACancelledReservationHeld() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 200);
        String reward = reward(programme, 150, "5");
        Response reserved = reserve(member, reward);

        operator()
                .header("Idempotency-Key", key())
                .header("If-Match", reserved.header("ETag"))
                .post(reserved.header("Location") + "/cancellations")
                .then()
                .statusCode(201)
                .body("state", equalTo("CANCELLED"));

        assertThat(balance(member, "available")).isEqualTo(200);
        assertThat(stock(programme, reward)).isEqualTo(5);
        assertThat(booksAgree(programme)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 200})
    void givesConcurrentRedeemersExactlyWhatTheBalanceAllows(int redeemers) {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 1000);
        earns(member, 999);
        String reward = reward(programme, 100, "null");

        List<Response> replies = atOnce(redeemers, i -> redeem(member, reward, key()));

        assertThat(replies).filteredOn(reply -> reply.statusCode() == 201).hasSize(19);
        assertThat(replies).filteredOn(reply -> reply.statusCode() != 201).allSatisfy(reply -> {
            assertThat(reply.statusCode()).isEqualTo(409);
            assertThat(reply.<String>path("code")).isEqualTo("insufficient-points");
        });
        assertThat(balance(member, "available")).isEqualTo(99);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void givesTheLastUnitOfStockToOne() {
        String programme = activeProgramme();
        String reward = reward(programme, 10, "1");
        List<String> members = IntStream.range(0, 20)
                .mapToObj(i -> enrolled(programme, bank.client()))
                .toList();
        members.forEach(member -> earns(member, 10));

        List<Response> replies = atOnce(members.size(), i -> redeem(members.get(i), reward, key()));

        assertThat(replies).filteredOn(reply -> reply.statusCode() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 409)
                .hasSize(19)
                .allSatisfy(reply -> assertThat(reply.<String>path("code")).isEqualTo("out-of-stock"));
        assertThat(members.stream()
                        .mapToLong(member -> balance(member, "available"))
                        .sum())
                .isEqualTo(190);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void redeemsOnceForOneIdempotencyKey() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 1000);
        String reward = reward(programme, 10, "null");
        String key = key();

        List<Response> replies = atOnce(32, i -> redeem(member, reward, key));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.statusCode()).isIn(201, 409));
        assertThat(replies.stream()
                        .filter(reply -> reply.statusCode() == 201)
                        .map(reply -> reply.<String>path("id"))
                        .distinct())
                .hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 409)
                .allSatisfy(reply -> assertThat(reply.<String>path("code")).isEqualTo("idempotency-key-in-use"));
        assertThat(balance(member, "available")).isEqualTo(990);
    }

    private static Response reserve(String member, String reward) {
        Response reserved = operator()
                .header("Idempotency-Key", key())
                .body(Map.of("rewardId", reward, "holdFor", "PT15M"))
                .post(member + "/reservations");
        reserved.then().statusCode(201).body("state", equalTo("OPEN"));
        return reserved;
    }

    private static Response redeemReserved(String member, String reservation) {
        return operator()
                .header("Idempotency-Key", key())
                .body(Map.of("reservationId", reservation))
                .post(member + "/redemptions");
    }

    private static long stock(String programme, String reward) {
        return ((Number) operator()
                        .get("/v1/loyalty-programmes/" + programme + "/rewards/" + reward)
                        .path("stock"))
                .longValue();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
