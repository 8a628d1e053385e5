package io.clientele.loyalty.pool;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.earns;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.reward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LoyaltyTest
class PoolsTest {

    @Inject
    Bank bank;

    private String programme = "";
    private String owner = "";
    private String mate = "";
    private String pool = "";

    @BeforeEach
    void openPool() {
        programme = activeProgramme();
        owner = enrolled(programme, bank.client());
        mate = enrolled(programme, bank.client());
        Response opened = commands(
                "/v1/loyalty-programmes/" + programme + "/pools",
                Map.of("name", "Novak family", "kind", "HOUSEHOLD", "ownerMemberId", id(owner), "earnsHere", true));
        opened.then().statusCode(201);
        pool = opened.header("Location");
    }

    @Test
    void savesTogetherAndGivesEverybodyTheOwnPointsBack() {
        joins(mate, false, null);
        earns(owner, 60);
        earns(mate, 40);
        commands(pool + "/contributions", Map.of("memberId", id(mate), "currency", "POINTS", "points", 40))
                .then()
                .statusCode(201);
        assertThat(pooled()).isEqualTo(100);
        assertThat(balance(owner, "available")).isZero();

        commands(pool + "/members/" + id(mate) + "/exits", "").then().statusCode(201);
        assertThat(balance(mate, "available")).isEqualTo(40);
        commands(pool + "/dissolutions", "").then().statusCode(201).body("state", equalTo("DISSOLVED"));

        assertThat(balance(owner, "available")).isEqualTo(60);
        assertThat(pooled()).isZero();
        commands(pool + "/dissolutions", "").then().statusCode(409).body("code", equalTo("pool-dissolved"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void letsAMemberSpendWithinTheMandate() {
        joins(mate, false, 50L);
        earns(owner, 100);
        String reward = reward(programme, 30, "null");
        Response first = spends(mate, reward);
        first.then().statusCode(201).body("poolId", equalTo(id(pool)));

        spends(mate, reward).then().statusCode(409).body("code", equalTo("mandate-exceeded"));
        commands(mate + "/redemptions/" + first.path("id") + "/cancellations", Map.of())
                .then()
                .statusCode(201);
        spends(mate, reward).then().statusCode(201);

        assertThat(pooled()).isEqualTo(70);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void holdsAMandateExactlyWhenManySpendAtOnce() {
        joins(mate, false, 100L);
        earns(owner, 1000);
        String reward = reward(programme, 30, "null");

        List<Response> replies = Bank.atOnce(20, i -> spends(mate, reward));

        assertThat(replies).filteredOn(reply -> reply.statusCode() == 201).hasSize(3);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 409)
                .hasSize(17)
                .allSatisfy(reply -> assertThat(reply.<String>path("code")).isEqualTo("mandate-exceeded"));
        assertThat(pooled()).isEqualTo(910);
    }

    @Test
    void refusesWhoHasNoMandateOrBelongsToAnotherPool() {
        String reward = reward(programme, 30, "null");
        earns(owner, 100);
        spends(mate, reward).then().statusCode(409).body("code", equalTo("no-mandate"));
        joins(mate, false, null);

        spends(mate, reward).then().statusCode(409).body("code", equalTo("no-mandate"));
        commands(
                        "/v1/loyalty-programmes/" + programme + "/pools",
                        Map.of("name", "Other", "kind", "COMPANY", "ownerMemberId", id(mate), "earnsHere", false))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-pooled"));
    }

    @Test
    void changesAMandate() {
        joins(mate, false, 20L);
        earns(owner, 100);
        String reward = reward(programme, 30, "null");
        spends(mate, reward).then().statusCode(409);

        operator()
                .header("If-Match", "*")
                .body(Map.of("earnsHere", true, "mandate", 60))
                .put(pool + "/members/" + id(mate))
                .then()
                .statusCode(200);

        spends(mate, reward).then().statusCode(201);
        earns(mate, 5);
        assertThat(pooled()).isEqualTo(75);
    }

    private void joins(String member, boolean earnsHere, @org.jspecify.annotations.Nullable Long mandate) {
        Map<String, Object> request = new HashMap<>(Map.of("memberId", id(member), "earnsHere", earnsHere));
        if (mandate != null) {
            request.put("mandate", mandate);
        }
        commands(pool + "/members", request).then().statusCode(201);
    }

    private Response spends(String member, String reward) {
        return commands(pool + "/redemptions", Map.of("memberId", id(member), "rewardId", reward));
    }

    private long pooled() {
        return ((Number) operator().get(pool + "/balances").path("[0].available")).longValue();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
