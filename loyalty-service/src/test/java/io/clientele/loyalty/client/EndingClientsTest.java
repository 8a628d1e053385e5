package io.clientele.loyalty.client;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.clientele.contracts.Topics;
import io.clientele.contracts.clients.ClientMerged;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Work;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of members who leave, turn out to be somebody else, or are erased. */
@LoyaltyTest
class EndingClientsTest {

    private static final String PENDING = ",\"activation\":{\"after\":\"P30D\"}";
    private static final String TIERS =
            ",\"tiers\":{\"currency\":\"POINTS\",\"tiers\":[{\"key\":\"silver\",\"name\":\"Silver\",\"threshold\":100}]}";

    @Inject
    Bank bank;

    @Inject
    EndingClients ending;

    @Inject
    DataSource database;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void goesOnWithPointsDebtsTierAndPoolOfAMergedClient() {
        String programme = activeProgramme(terms("Merging", "", TIERS));
        String former = bank.client();
        String survivor = bank.client();
        String formerMember = enrolled(programme, former);
        String survivorMember = enrolled(programme, survivor);
        earns(formerMember, 150);
        earns(survivorMember, 20);
        await().until(() ->
                "silver".equals(operator().get(formerMember + "/tier-progress").path("tier")));
        Object lot = operator().get(formerMember + "/lots").path("[0].expiresAt");
        String pool = commands(
                        "/v1/loyalty-programmes/" + programme + "/pools",
                        Map.of("name", "P", "kind", "HOUSEHOLD", "ownerMemberId", id(formerMember), "earnsHere", false))
                .header("Location");
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            merge(former, survivor);
            merge(former, survivor);

            EventSchemas.assertValid(List.of(
                    subscriber.await("io.clientele.loyalty.member.left.v1", id(formerMember)),
                    subscriber.await("io.clientele.loyalty.points.transferred.v1", id(formerMember)),
                    subscriber.await("io.clientele.loyalty.tier.changed.v1", id(survivorMember))));
        }
        operator()
                .get(formerMember)
                .then()
                .body("state", equalTo("LEFT"))
                .body("leaveReason", equalTo("MERGED"))
                .body("mergedInto", equalTo(id(survivorMember)));
        assertThat(balance(formerMember, "available")).isZero();
        assertThat(balance(survivorMember, "available")).isEqualTo(170);
        assertThat(operator().get(survivorMember + "/lots").<List<Object>>path("expiresAt"))
                .contains(lot);
        operator().get(survivorMember + "/tier-progress").then().body("tier", equalTo("silver"));
        operator()
                .get(pool)
                .then()
                .body("clientId", equalTo(survivor))
                .body("members[0].memberId", equalTo(id(survivorMember)));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void bringsPendingPointsAndWhatComesBackLaterToTheSurvivor() {
        String programme = activeProgramme();
        String former = bank.client();
        String survivor = bank.client();
        String formerMember = enrolled(programme, former);
        String earning = pays(formerMember, "pay-" + UUID.randomUUID(), 20_000).path("transactions[0].transactionId");
        String redemption =
                redeem(formerMember, reward(programme, 150, "null"), key()).header("Location");

        merge(former, survivor);
        String survivorMember = "/v1/loyalty-programmes/" + programme + "/members/"
                + operator().get(formerMember).<String>path("mergedInto");
        assertThat(balance(survivorMember, "available")).isEqualTo(50);
        commands(redemption + "/cancellations", Map.of()).then().statusCode(201);
        await().until(() -> balance(survivorMember, "available") == 200);
        commands(formerMember + "/transactions/" + earning + "/reversals", Map.of())
                .then()
                .statusCode(201);

        await().until(() -> balance(survivorMember, "available") == 0);
        assertThat(balance(formerMember, "arrears")).isZero();
        operator().get(survivorMember).then().body("joinedAt", notNullValue());
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void movesPendingPointsWithTheirActivation() {
        String programme = activeProgramme(terms("Pending", PENDING, ""));
        String former = bank.client();
        String survivor = bank.client();
        String formerMember = enrolled(programme, former);
        String survivorMember = enrolled(programme, survivor);
        earns(formerMember, 40);

        merge(former, survivor);

        assertThat(balance(survivorMember, "pending")).isEqualTo(40);
        TestClock.advance(Duration.ofDays(60));
        await().until(() -> balance(survivorMember, "available") == 40);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void endsMembershipAndPointsOfAnErasedPersonAndKeepsTheLedger() throws Exception {
        String programme = activeProgramme();
        String client = bank.client();
        String member = enrolled(programme, client);
        earns(member, 70);

        inBackground(() -> ending.erase(client));

        operator().get(member).then().body("state", equalTo("LEFT")).body("leaveReason", equalTo("ERASED"));
        assertThat(balance(member, "available")).isZero();
        assertThat(balance(member, "lifetime.forfeited")).isEqualTo(70);
        assertThat(personsOf(client)).isZero();
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void letsAFormerMemberSpendForTheDaysOfGrace() {
        String programme = activeProgramme(
                terms("Grace", "", ",\"policies\":{\"forfeitOnLeaving\":true,\"leavingGraceDays\":10}"));
        String member = enrolled(programme, bank.client());
        earns(member, 100);
        String reward = reward(programme, 30, "null");

        commands(member + "/departures", "").then().statusCode(201).body("pointsEndAt", notNullValue());
        redeem(member, reward, key()).then().statusCode(201);
        TestClock.advance(Duration.ofDays(12));

        redeem(member, reward, key()).then().statusCode(409).body("code", equalTo("member-not-active"));
        await().until(() -> balance(member, "lifetime.forfeited") == 70);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void takesTheOwnPointsOutOfThePoolWhenTheMembershipEnds() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        Response opened = commands(
                "/v1/loyalty-programmes/" + programme + "/pools",
                Map.of("name", "P", "kind", "HOUSEHOLD", "ownerMemberId", id(member), "earnsHere", true));
        earns(member, 25);

        commands(member + "/departures", "").then().statusCode(201);

        assertThat(balance(member, "available")).isEqualTo(25);
        operator().get(opened.header("Location")).then().body("state", equalTo("DISSOLVED"));
    }

    private void merge(String former, String survivor) {
        inBackground(() ->
                ending.merge(new ClientMerged(former, survivor, Instant.now(), "test", "/v1/clients/" + survivor)));
    }

    private long personsOf(String client) throws Exception {
        return Work.of("test")
                .call(() -> QuarkusTransaction.requiringNew().call(() -> {
                    try (var connection = database.getConnection();
                            var query = connection.prepareStatement(
                                    "SELECT count(*) FROM client_person WHERE client_id = ?")) {
                        query.setString(1, client);
                        try (var rows = query.executeQuery()) {
                            rows.next();
                            return rows.getLong(1);
                        }
                    }
                }));
    }

    private static void inBackground(Runnable task) {
        Work.of("test").run(() -> QuarkusTransaction.requiringNew().run(task));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
