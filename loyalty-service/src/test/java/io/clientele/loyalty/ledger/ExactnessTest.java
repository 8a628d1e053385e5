package io.clientele.loyalty.ledger;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.atOnce;
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
import static org.hamcrest.Matchers.equalTo;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is limited goes exactly to as many as there is room for, however many want it at the same time. */
@LoyaltyTest
class ExactnessTest {

    private static final int MANY = 200;

    @Inject
    Bank bank;

    @Test
    void givesTheLastUnitAndTheLastVoucherToOne() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 1_000_000);
        String unit = reward(programme, 10, "1");
        String voucher = reward(programme, 10, "null");
        operator()
                .body(Map.of("codes", List.of("ONLY-1")))
                .post("/v1/loyalty-programmes/" + programme + "/rewards/" + voucher + "/vouchers")
                .then()
                .statusCode(201)
                .body("added", equalTo(1));

        assertWinners(atOnce(MANY, i -> redeem(member, unit, key())), 1, "out-of-stock");
        List<Response> replies = atOnce(MANY, i -> redeem(member, voucher, key()));

        assertWinners(replies, 1, "out-of-stock");
        assertThat(replies.stream()
                        .filter(reply -> reply.statusCode() == 201)
                        .map(reply -> reply.<List<String>>path("vouchers")))
                .containsExactly(List.of("ONLY-1"));
        assertThat(balance(member, "available")).isEqualTo(1_000_000 - 20);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void neverGivesAVoucherTwice() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, 10_000);
        String voucher = reward(programme, 10, "null");
        operator()
                .body(Map.of(
                        "codes",
                        IntStream.range(0, 50).mapToObj(i -> "CODE-" + i).toList()))
                .post("/v1/loyalty-programmes/" + programme + "/rewards/" + voucher + "/vouchers")
                .then()
                .statusCode(201);

        List<Response> replies = atOnce(80, i -> redeem(member, voucher, key()));

        assertWinners(replies, 50, "out-of-stock");
        assertThat(replies.stream()
                        .filter(reply -> reply.statusCode() == 201)
                        .map(reply -> reply.<String>path("vouchers[0]"))
                        .distinct())
                .hasSize(50);
    }

    @Test
    void grantsExactlyTheBudgetOfACampaign() {
        String programme = activeProgramme(terms(
                "Campaign",
                ",\"caps\":[\"budget\"]",
                ",\"caps\":[{\"key\":\"budget\",\"scope\":\"PROGRAMME\",\"points\":1003}]"));
        List<String> members = IntStream.range(0, 20)
                .mapToObj(i -> enrolled(programme, bank.client()))
                .toList();

        List<Response> replies = atOnce(MANY, i -> pays(members.get(i % members.size()), key(), 1_000));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.statusCode()).isIn(200, 201));
        assertThat(replies).filteredOn(reply -> reply.statusCode() == 201).hasSize(101);
        assertThat(replies.stream().mapToLong(ExactnessTest::granted).sum()).isEqualTo(1003);
        assertThat(members.stream()
                        .mapToLong(member -> balance(member, "available"))
                        .sum())
                .isEqualTo(1003);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void saysWhatACapGrantedBesideWhatWasWished() {
        String programme = activeProgramme(terms(
                "Capped",
                ",\"caps\":[\"monthly\"]",
                ",\"caps\":[{\"key\":\"monthly\",\"scope\":\"MEMBER\",\"period\":\"MONTH\",\"points\":10}]"));
        String member = enrolled(programme, bank.client());
        pays(member, key(), 800).then().statusCode(201);

        Response second = pays(member, key(), 800);

        second.then()
                .statusCode(201)
                .body("judgement.rules[0].granted", equalTo(2))
                .body("judgement.rules[0].wished", equalTo(8))
                .body("judgement.rules[0].limitedBy", equalTo("monthly"));
        String transaction = second.path("transactions[0].transactionId");
        operator()
                .get(member + "/transactions/" + transaction)
                .then()
                .body("explanation.rules[0].granted", equalTo(2))
                .body("explanation.rules[0].limitedBy", equalTo("monthly"));
        // room comes back with a reversal, since the month is not over
        commands(member + "/transactions/" + transaction + "/reversals", Map.of())
                .then()
                .statusCode(201);
        pays(member, key(), 100).then().statusCode(201).body("transactions[0].points", equalTo(1));
        pays(member, key(), 500).then().statusCode(201).body("transactions[0].points", equalTo(1));
        pays(member, key(), 500).then().statusCode(200).body("judgement.rules[0].granted", equalTo(0));
        assertThat(balance(member, "available")).isEqualTo(10);
    }

    @Test
    void boundsOneActivityByACapOnIt() {
        String programme = activeProgramme(terms(
                "Capped",
                ",\"caps\":[\"each\"]",
                ",\"caps\":[{\"key\":\"each\",\"scope\":\"ACTIVITY\",\"points\":5}]"));
        String member = enrolled(programme, bank.client());

        pays(member, key(), 10_000)
                .then()
                .statusCode(201)
                .body("transactions[0].points", equalTo(5))
                .body("judgement.rules[0].limitedBy", equalTo("each"));
    }

    private static long granted(Response reply) {
        return ((Number) reply.path("judgement.rules[0].granted")).longValue();
    }

    private static void assertWinners(List<Response> replies, int winners, String code) {
        assertThat(replies.stream().filter(reply -> reply.statusCode() == 201).count())
                .as(replies.getLast().asString())
                .isEqualTo(winners);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 409)
                .hasSize(replies.size() - winners)
                .allSatisfy(reply -> assertThat(reply.<String>path("code")).isEqualTo(code));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
