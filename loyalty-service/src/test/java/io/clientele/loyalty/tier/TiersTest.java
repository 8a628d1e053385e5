package io.clientele.loyalty.tier;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.pays;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LoyaltyTest
class TiersTest {

    private static final String SCHEME =
            ",\"tiers\":{\"currency\":\"POINTS\",\"rolling\":\"P30D\",\"downgrade\":\"ONE_LEVEL\",\"tiers\":["
                    + "{\"key\":\"silver\",\"name\":\"Silver\",\"threshold\":10},{\"key\":\"gold\",\"name\":\"Gold\",\"threshold\":50}]}";

    @Inject
    Bank bank;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void movesUpAtOnceAndExplainsWhy() {
        String member = enrolled(activeProgramme(terms("Tiered", "", SCHEME)), bank.client());
        progress(member).then().body("missing", equalTo(10)).body("next", equalTo("silver"));
        pays(member, key(), 1_200).then().statusCode(201);

        awaitTier(member, "silver");

        progress(member)
                .then()
                .body("qualifying", equalTo(12))
                .body("next", equalTo("gold"))
                .body("missing", equalTo(38));
        operator()
                .get(member + "/tier-moves")
                .then()
                .body("items", hasSize(1))
                .body("items[0].after", equalTo("silver"))
                .body("items[0].reason", equalTo("REACHED"))
                .body("items[0].qualifying", equalTo(12))
                .body("items[0].programmeVersion", equalTo(1));
    }

    @Test
    void fallsOneLevelWhenThePeriodIsOver() {
        String member = enrolled(activeProgramme(terms("Tiered", "", SCHEME)), bank.client());
        pays(member, key(), 6_000).then().statusCode(201);
        awaitTier(member, "gold");

        TestClock.advance(Duration.ofDays(31));
        awaitTier(member, "silver");
        TestClock.advance(Duration.ofDays(1));
        awaitTier(member, null);

        assertThat(operator().get(member + "/tier-moves").<List<String>>path("items.reason"))
                .containsExactly("REACHED", "NOT_KEPT", "NOT_KEPT");
    }

    @Test
    void countsReversedEarningsNoMore() {
        String member = enrolled(activeProgramme(terms("Tiered", "", SCHEME)), bank.client());
        String earning = pays(member, key(), 6_000).path("transactions[0].transactionId");
        awaitTier(member, "gold");
        commands(member + "/transactions/" + earning + "/reversals", Map.of("points", 45))
                .then()
                .statusCode(201);

        progress(member).then().body("qualifying", equalTo(15));
    }

    @Test
    void comesToTheSameTierWhateverTheOrderAndNumberOfDeliveries() {
        String programme = activeProgramme(terms("Tiered", "", SCHEME));
        String inOrder = enrolled(programme, bank.client());
        String shuffled = enrolled(programme, bank.client());
        List<Integer> payments =
                java.util.stream.IntStream.rangeClosed(1, 12).boxed().toList();
        payments.forEach(i -> pays(inOrder, "o-" + inOrder + i, i * 100L).then().statusCode(201));
        List<Integer> deliveries = new java.util.ArrayList<>();
        for (int copy = 0; copy < 10; copy++) {
            deliveries.addAll(payments);
        }
        java.util.Collections.shuffle(deliveries, new java.util.Random(42));

        deliveries.forEach(i -> pays(shuffled, "s-" + shuffled + i, i * 100L));

        assertThat(Bank.balance(shuffled, "available")).isEqualTo(78).isEqualTo(Bank.balance(inOrder, "available"));
        assertThat(operator().get(shuffled + "/lots").<List<Integer>>path("available"))
                .containsExactlyInAnyOrderElementsOf(
                        operator().get(inOrder + "/lots").path("available"));
        awaitTier(inOrder, "gold");
        awaitTier(shuffled, "gold");
    }

    @Test
    void refusesThresholdsThatDoNotRise() {
        operator()
                .body(terms("Tiered", "", SCHEME.replace("50", "10")))
                .post("/v1/loyalty-programmes")
                .then()
                .statusCode(422)
                .body("code", equalTo("terms-inconsistent"))
                .body("errors.pointer", contains("/tiers/tiers/1/threshold"));
    }

    private static io.restassured.response.Response progress(String member) {
        return operator().get(member + "/tier-progress");
    }

    private static void awaitTier(String member, @org.jspecify.annotations.Nullable String tier) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> java.util.Objects.equals(progress(member).path("tier"), tier));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
