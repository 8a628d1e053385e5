package io.clientele.loyalty.referral;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.approver;
import static io.clientele.loyalty.testing.Bank.as;
import static io.clientele.loyalty.testing.Bank.atOnce;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.clientele.contracts.Topics;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.TestConsumer;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who brings a client is rewarded, once, and not for tricks. */
@LoyaltyTest
class ReferralsTest {

    @Inject
    Bank bank;

    private static String programme() {
        return activeProgramme(terms("Bring a friend", "", "").replace("\"rules\":[", """
                "rules":[{"key":"referrer","name":"Brought a client","currency":"POINTS","activityType":"referral",
                  "condition":{"attribute":{"path":"role","eq":"REFERRER"}},"formula":{"type":"FIXED","points":500},"expiry":{"type":"NEVER"}},
                  {"key":"referred","name":"Was brought","currency":"POINTS","activityType":"referral",
                  "condition":{"attribute":{"path":"role","eq":"REFERRED"}},"formula":{"type":"FIXED","points":200},"expiry":{"type":"NEVER"}},"""));
    }

    @Test
    void rewardsBothWhenASecondPersonAccepts() {
        String programme = programme();
        String member = enrolled(programme, bank.client());
        String friend = bank.client();
        String referral = opened(programme, member, friend);
        operator().get(referral).then().body("findings", contains("NOT_A_NEW_MEMBER"));
        decide(referral, "acceptances", null).then().statusCode(409).body("code", equalTo("referral-suspicious"));
        String joined = enrolled(programme, friend);
        operator().get(referral).then().body("findings", empty());
        as(Bank.OPERATOR, Roles.LOYALTY_APPROVER)
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(referral + "/acceptances")
                .then()
                .statusCode(403)
                .body("code", equalTo("four-eyes"));
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {

            List<Response> decisions = atOnce(20, i -> decide(referral, "acceptances", null));

            assertThat(decisions).filteredOn(reply -> reply.statusCode() == 201).hasSize(1);
            assertThat(decisions)
                    .filteredOn(reply -> reply.statusCode() != 201)
                    .allSatisfy(reply -> assertThat(reply.statusCode()).isIn(409, 412));
            EventSchemas.assertValid(
                    List.of(subscriber.await("io.clientele.loyalty.referral.accepted.v1", id(member))));
        }
        assertThat(balance(member, "available")).isEqualTo(500);
        assertThat(balance(joined, "available")).isEqualTo(200);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void findsWhoBringsItself() {
        String programme = programme();
        String client = bank.client();
        String referral = opened(programme, enrolled(programme, client), client);

        operator().get(referral).then().body("findings", hasItem("SELF_REFERRAL"));
        decide(referral, "acceptances", null).then().statusCode(409);
        decide(referral, "rejections", "SELF_REFERRAL")
                .then()
                .statusCode(201)
                .body("state", equalTo("REJECTED"))
                .body("reason", equalTo("SELF_REFERRAL"));
        decide(referral, "acceptances", null).then().statusCode(409).body("code", equalTo("referral-decided"));
    }

    @Test
    void findsOneHousehold() {
        String programme = programme();
        String member = enrolled(programme, bank.client());
        String spouse = bank.client();
        String referral = opened(programme, member, spouse);
        String joined = enrolled(programme, spouse);
        Response pool = commands(
                "/v1/loyalty-programmes/" + programme + "/pools",
                Map.of("name", "Novak", "kind", "HOUSEHOLD", "ownerMemberId", id(member), "earnsHere", false));
        pool.then().statusCode(201);
        commands(pool.header("Location") + "/members", Map.of("memberId", id(joined), "earnsHere", false))
                .then()
                .statusCode(201);

        operator().get(referral).then().body("findings", contains("SAME_HOUSEHOLD"));
        decide(referral, "acceptances", null).then().statusCode(409);
    }

    @Test
    void findsARingAndWhoWasBroughtBefore() {
        String programme = programme();
        String first = bank.client();
        String second = bank.client();
        String third = bank.client();
        String firstMember = enrolled(programme, first);
        String toSecond = opened(programme, firstMember, second);
        String secondMember = enrolled(programme, second);
        decide(toSecond, "acceptances", null).then().statusCode(201);
        String toThird = opened(programme, secondMember, third);
        String alsoToThird = opened(programme, firstMember, third);
        String thirdMember = enrolled(programme, third);
        decide(toThird, "acceptances", null).then().statusCode(201);

        operator().get(alsoToThird).then().body("findings", contains("BROUGHT_BEFORE"));
        operator().get(opened(programme, thirdMember, first)).then().body("findings", hasItem("RING"));
    }

    @Test
    void refusesAMemberOfAnotherProgramme() {
        commands(
                        "/v1/loyalty-programmes/" + programme() + "/referrals",
                        Map.of(
                                "memberId",
                                id(enrolled(activeProgramme(), bank.client())),
                                "referredClientId",
                                "somebody"))
                .then()
                .statusCode(422)
                .body("code", equalTo("member-unknown"));
    }

    private static String opened(String programme, String member, String friend) {
        Response opened = commands(
                "/v1/loyalty-programmes/" + programme + "/referrals",
                Map.of("memberId", id(member), "referredClientId", friend));
        opened.then().statusCode(201);
        return opened.header("Location");
    }

    private static Response decide(String referral, String decision, @org.jspecify.annotations.Nullable String reason) {
        return approver()
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(reason == null ? Map.of() : Map.of("reason", reason))
                .post(referral + "/" + decision);
    }

    private static String id(String member) {
        return member.substring(member.lastIndexOf('/') + 1);
    }
}
