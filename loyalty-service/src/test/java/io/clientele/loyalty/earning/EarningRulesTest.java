package io.clientele.loyalty.earning;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.atOnce;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.pays;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.segments.MembershipCause;
import io.clientele.contracts.segments.SegmentEntered;
import io.clientele.contracts.segments.SegmentLeft;
import io.clientele.loyalty.segment.SegmentMembers;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Work;
import io.clientele.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules promise beyond one activity: triggers, segments, cool-down, sliding expiry, the last unit of a cap. */
@LoyaltyTest
class EarningRulesTest {

    private static final int MANY = 200;

    @Inject
    Bank bank;

    @Inject
    SegmentMembers segments;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "card-spend     | {\"path\":\"amount\",\"gte\":100}       | {\"amount\":\"100.00\",\"currency\":\"CZK\"}",
                "product-opened | {\"path\":\"product\",\"eq\":\"loan\"}  | {\"product\":\"loan\"}",
                "balance-held   | {\"path\":\"average\",\"gt\":9999.99}   | {\"average\":\"10000.00\",\"currency\":\"CZK\"}",
                "digital-use    | {\"path\":\"channel\",\"in\":[\"APP\"]} | {\"channel\":\"APP\"}",
                "event-attended | {\"path\":\"kind\",\"ne\":\"WEBINAR\"}  | {\"kind\":\"SEMINAR\"}",
                "survey-answered| {\"path\":\"complete\",\"eq\":true}     | {\"complete\":true}",
                "anniversary    | {\"path\":\"years\",\"lte\":5}          | {\"years\":5}",
                "referral       | {\"path\":\"role\",\"eq\":\"REFERRER\"} | {\"role\":\"REFERRER\"}",
                "volunteering   | {\"path\":\"hours\",\"lt\":8}           | {\"hours\":7.5}"
            })
    void earnsForEveryTrigger(String trigger, String test, String data) {
        String programme = activeProgramme(terms("Triggers")
                .replace("\"activityType\":\"transaction\"", "\"activityType\":\"" + trigger + "\"")
                .replaceFirst("\\{\"path\":[^}]*}", test)
                .replaceFirst("\"formula\":\\{.*?}}", "\"formula\":{\"type\":\"FIXED\",\"points\":25}"));
        String member = enrolled(programme, bank.client());

        commands(
                        member + "/transactions",
                        "{\"sourceId\":\"%s\",\"activityType\":\"%s\",\"occurredAt\":\"%s\",\"data\":%s}"
                                .formatted(UUID.randomUUID(), trigger, TestClock.now(), data))
                .then()
                .statusCode(201)
                .body("transactions[0].points", equalTo(25));
    }

    @Test
    void givesABonusToASegmentByTheActivitysOwnTime() {
        UUID segment = UUID.randomUUID();
        String programme = activeProgramme(terms("Bonus", "", "")
                .replace("\"rules\":[", """
                "rules":[{"key":"spring-bonus","name":"Double points for movers","currency":"POINTS","activityType":"transaction",
                   "condition":{"segment":"%s"},"window":{"from":"2020-01-01"},
                   "formula":{"type":"MULTIPLIER","rule":"household-payments","factor":2},"expiry":{"type":"ROLLING","period":"P30D"},
                   "caps":["campaign"]},""".formatted(segment))
                .replaceFirst("}$", ",\"caps\":[{\"key\":\"campaign\",\"scope\":\"PROGRAMME\",\"points\":1000}]}"));
        String client = bank.client();
        String member = enrolled(programme, client);
        Instant before = TestClock.now();
        TestClock.advance(Duration.ofHours(1));
        move(true, segment, client, TestClock.now(), 1);
        TestClock.advance(Duration.ofHours(1));
        Instant inside = TestClock.now();
        TestClock.advance(Duration.ofHours(1));
        move(false, segment, client, TestClock.now(), 2);
        // the same event again, after the newer one
        move(true, segment, client, inside.minus(Duration.ofHours(1)), 1);

        report(member, before).then().body("judgement.rules.granted", equalTo(List.of(0, 10)));
        report(member, TestClock.now()).then().body("judgement.rules.granted", equalTo(List.of(0, 10)));
        Response bonus = report(member, inside);

        bonus.then()
                .body("judgement.rules.granted", equalTo(List.of(10, 10)))
                .body("transactions.rule", equalTo(List.of("spring-bonus", "household-payments")));
        // half of the amount is paid back: half of the bonus goes
        commands(
                        member + "/transactions/" + bonus.path("transactions[0].transactionId") + "/reversals",
                        Map.of("amount", "500.00", "sourceId", "refund-1"))
                .then()
                .statusCode(201)
                .body("points", equalTo(5));
        assertThat(balance(member, "available")).isEqualTo(35);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void grantsOnceInACoolDownHoweverManyAskAtTheSameTime() {
        String programme = activeProgramme(terms("Calm", ",\"coolDown\":\"P1D\"", ""));
        String member = enrolled(programme, bank.client());

        List<Response> replies =
                atOnce(MANY, i -> pays(member, UUID.randomUUID().toString(), 500));

        assertThat(replies).filteredOn(reply -> reply.statusCode() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 200)
                .hasSize(MANY - 1)
                .allSatisfy(reply -> assertThat(reply.<String>path("judgement.rules[0].limitedBy"))
                        .isEqualTo("cool-down"));
        assertThat(balance(member, "available")).isEqualTo(5);
        String winner = replies.stream()
                .filter(reply -> reply.statusCode() == 201)
                .findFirst()
                .orElseThrow()
                .path("transactions[0].transactionId");
        // what was taken back cools nothing down
        commands(member + "/transactions/" + winner + "/reversals", Map.of())
                .then()
                .statusCode(201);
        pays(member, UUID.randomUUID().toString(), 500).then().statusCode(201);
        TestClock.advance(Duration.ofHours(25));
        pays(member, UUID.randomUUID().toString(), 500).then().statusCode(201);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void renewsSlidingPointsWithEveryEarning() {
        String programme = activeProgramme(terms("Sliding", "{\"type\":\"SLIDING\",\"period\":\"P10D\"}"));
        String member = enrolled(programme, bank.client());
        pays(member, UUID.randomUUID().toString(), 700).then().statusCode(201);

        TestClock.advance(Duration.ofDays(8));
        pays(member, UUID.randomUUID().toString(), 300).then().statusCode(201);
        TestClock.advance(Duration.ofDays(8));

        assertThat(balance(member, "available")).isEqualTo(10);
        operator().get(member + "/balance").then().body("expiring.size()", equalTo(1));
        TestClock.advance(Duration.ofDays(4));
        assertThat(balance(member, "available")).isZero();
        // what has expired is not renewed, whether or not the run has met it
        pays(member, UUID.randomUUID().toString(), 100).then().statusCode(201);
        assertThat(balance(member, "available")).isEqualTo(1);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void keepsSlidingAfterATransfer() {
        String programme = activeProgramme(terms("Sliding", "{\"type\":\"SLIDING\",\"period\":\"P10D\"}")
                .replaceFirst("}$", ",\"policies\":{\"transfers\":true}}"));
        String giver = enrolled(programme, bank.client());
        String taker = enrolled(programme, bank.client());
        pays(giver, UUID.randomUUID().toString(), 700).then().statusCode(201);
        commands(
                        giver + "/transfers",
                        Map.of(
                                "toMemberId",
                                taker.substring(taker.lastIndexOf('/') + 1),
                                "currency",
                                "POINTS",
                                "points",
                                5))
                .then()
                .statusCode(201);

        TestClock.advance(Duration.ofDays(8));
        pays(taker, UUID.randomUUID().toString(), 100).then().statusCode(201);
        TestClock.advance(Duration.ofDays(4));

        assertThat(balance(giver, "available")).isZero();
        assertThat(balance(taker, "available")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER", "PROGRAMME"})
    void givesTheLastPointOfACapToOneOfTwoHundred(String scope) {
        String programme = activeProgramme(terms(
                "Capped",
                ",\"caps\":[\"last\"]",
                ",\"caps\":[{\"key\":\"last\",\"scope\":\"" + scope + "\",\"period\":\"YEAR\",\"points\":11}]"));
        String member = enrolled(programme, bank.client());
        String other = scope.equals("MEMBER") ? member : enrolled(programme, bank.client());
        pays(member, UUID.randomUUID().toString(), 1_000).then().statusCode(201);

        List<Response> replies = atOnce(
                MANY, i -> pays(i % 2 == 0 ? member : other, UUID.randomUUID().toString(), 300));

        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 201)
                .singleElement()
                .satisfies(winner -> {
                    assertThat(winner.<Integer>path("judgement.rules[0].granted"))
                            .isEqualTo(1);
                    assertThat(winner.<Integer>path("transactions[0].wished")).isEqualTo(3);
                });
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 200)
                .hasSize(MANY - 1)
                .allSatisfy(loser -> assertThat(loser.<String>path("judgement.rules[0].limitedBy"))
                        .isEqualTo("last"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void triesOutWithCapsAndAllAndLeavesNoTrace() {
        String programme = activeProgramme(terms(
                "Capped",
                ",\"caps\":[\"monthly\"]",
                ",\"caps\":[{\"key\":\"monthly\",\"scope\":\"MEMBER\",\"period\":\"MONTH\",\"points\":10}]"));
        String member = enrolled(programme, bank.client());
        pays(member, UUID.randomUUID().toString(), 800).then().statusCode(201);
        String payment = Bank.payment(UUID.randomUUID().toString(), 800, TestClock.now());

        for (int i = 0; i < 2; i++) {
            operator()
                    .queryParam("dryRun", true)
                    .body(payment)
                    .post(member + "/transactions")
                    .then()
                    .statusCode(200)
                    .body("judgement.rules[0].granted", equalTo(2))
                    .body("judgement.rules[0].limitedBy", equalTo("monthly"));
        }

        assertThat(balance(member, "available")).isEqualTo(8);
        commands(member + "/transactions", payment).then().statusCode(201).body("transactions[0].points", equalTo(2));
        operator().get(member + "/balance").then().body("expiring[0].heldBy", nullValue());
    }

    private void move(boolean inside, UUID segment, String client, Instant at, long sequence) {
        Work.of("test")
                .run(() -> QuarkusTransaction.requiringNew().run(() -> {
                    String link = "/v1/segments/" + segment;
                    if (inside) {
                        segments.apply(
                                new SegmentEntered(client, segment, "Movers", 1, at, MembershipCause.ACTIVITY, link),
                                sequence);
                    } else {
                        segments.apply(
                                new SegmentLeft(client, segment, "Movers", 1, at, MembershipCause.ACTIVITY, link),
                                sequence);
                    }
                }));
    }

    private static Response report(String member, Instant at) {
        return commands(member + "/transactions", Bank.payment(UUID.randomUUID().toString(), 1_000, at));
    }
}
