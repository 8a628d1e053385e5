package io.clientele.loyalty.gift;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.as;
import static io.clientele.loyalty.testing.Bank.atOnce;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.earns;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.redeem;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients may be given. */
@LoyaltyTest
class GiftRegisterTest {

    @Inject
    Bank bank;

    private String programme = "";
    private String gift = "";

    @BeforeEach
    void offerAGift() {
        programme = activeProgramme(terms("Gifts", "", """
                ,"policies":{"gifts":{"limit":{"amount":"100.00","currency":"EUR"},"period":"YEAR","staff":"REFUSE"}}"""));
        gift = operator()
                .body("""
                        {"name":"Concert","currency":"POINTS","points":10,"gift":true,"value":{"amount":"40.00","currency":"EUR"}}""")
                .post("/v1/loyalty-programmes/" + programme + "/rewards")
                .path("id");
    }

    @Test
    void keepsTheValueAPersonIsGivenWhenManyGiveAtOnce() {
        String member = member(bank.client());

        List<Response> replies = atOnce(10, i -> redeem(member, gift, key()));

        assertThat(replies).filteredOn(reply -> reply.statusCode() == 201).hasSize(2);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 409)
                .hasSize(8)
                .allSatisfy(reply -> assertThat(reply.<String>path("code")).isEqualTo("gift-limit-reached"));
        assertThat(balance(member, "available")).isEqualTo(80);
        String given = replies.stream()
                .filter(reply -> reply.statusCode() == 201)
                .findFirst()
                .orElseThrow()
                .header("Location");
        commands(given + "/cancellations", Map.of()).then().statusCode(201);
        redeem(member, gift, key()).then().statusCode(201);
    }

    @Test
    void countsOverAllProgrammes() {
        String client = bank.client();
        String member = member(client);
        redeem(member, gift, key()).then().statusCode(201);
        redeem(member, gift, key()).then().statusCode(201);

        offerAGift();

        redeem(member(client), gift, key()).then().statusCode(409).body("code", equalTo("gift-limit-reached"));
    }

    @Test
    void refusesOwnStaff() {
        redeem(member(bank.clientWho("staff")), gift, key())
                .then()
                .statusCode(409)
                .body("code", equalTo("gift-refused"));
    }

    @Test
    void asksComplianceAboutPublicOfficialsAndLetsThemHaveItOnce() {
        String client = bank.clientWho("publicOfficial");
        String member = member(client);
        redeem(member, gift, key()).then().statusCode(409).body("code", equalTo("gift-needs-compliance"));
        String gifts = "/v1/loyalty-programmes/" + programme + "/gifts";

        String referred = commands(
                        gifts,
                        Map.of(
                                "memberId",
                                member.substring(member.lastIndexOf('/') + 1),
                                "rewardId",
                                gift,
                                "reason",
                                "draw"))
                .header("Location");
        redeem(member, gift, key()).then().statusCode(409);
        as(Bank.OPERATOR, Roles.COMPLIANCE)
                .header("If-Match", "*")
                .post(referred + "/approvals")
                .then()
                .statusCode(403)
                .body("code", equalTo("four-eyes"));
        as("carla", Roles.COMPLIANCE)
                .header("If-Match", "*")
                .post(referred + "/approvals")
                .then()
                .statusCode(201)
                .body("state", equalTo("APPROVED"));
        as("carla", Roles.COMPLIANCE)
                .header("If-Match", "*")
                .post(referred + "/rejections")
                .then()
                .statusCode(409)
                .body("code", equalTo("gift-decided"));

        redeem(member, gift, key()).then().statusCode(201);
        redeem(member, gift, key()).then().statusCode(409);
        as("carla", Roles.COMPLIANCE)
                .queryParam("client", client)
                .get(gifts)
                .then()
                .body("items.state", equalTo(List.of("GIVEN")))
                .body("items[0].value.amount", equalTo("40.00"));
    }

    private String member(String client) {
        String member = enrolled(programme, client);
        earns(member, 100);
        return member;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
