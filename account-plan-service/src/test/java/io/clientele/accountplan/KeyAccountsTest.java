package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.Topics;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Key accounts are chosen by a model that two people made, and by nothing else unless two people say so. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class KeyAccountsTest {

    @Inject
    KnownClients clients;

    @Inject
    Database database;

    private Scene scene;
    private Choosing choosing;

    @BeforeEach
    void meet() {
        choosing = Choosing.of(clients);
        scene = choosing.scene();
    }

    @Test
    void whoScoresEnoughIsDesignatedAndRemovedBelowTheExitScore() {
        String model = choosing.modelInForce(Choosing.REVENUE.formatted("100"));
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            choosing.earns("600.00", "2026-02-02T04:00:00Z");
            String review = Choosing.review(model);
            scene.asManager()
                    .get(review + "/results/" + scene.client())
                    .then()
                    .body("outcome", is("SELECTED"))
                    .body("score", is("60.0000"))
                    .body("explanation.criteria[0].value", is("600.00"))
                    .body("explanation.gates.passed", containsInAnyOrder(true, true, true))
                    .body("explanation.incumbent", is(false));
            standing().body("designated", is(true)).body("designation.basis", is("REVIEW"));
            choosing.earns("500.00", "2026-02-03T04:00:00Z");
            Choosing.review(model);
            standing().body("designated", is(true)).body("lastResult.score", is("50.0000"));
            choosing.earns("499.99", "2026-02-04T04:00:00Z");
            Choosing.review(model);

            standing().body("designated", is(false)).body("lastResult.outcome", is("BELOW_THRESHOLD"));
            events.await("io.clientele.account-plans.key-account.removed.v1", scene.client());
            assertThat(events.records().stream()
                            .filter(event -> event.subject().equals(scene.client()))
                            .peek(event -> EventSchemas.assertValid(List.of(event)))
                            .map(event -> event.type()))
                    .containsExactly(
                            "io.clientele.account-plans.key-account.designated.v1",
                            "io.clientele.account-plans.key-account.removed.v1");
        }
    }

    @Test
    void aReviewOfAPastInstantSeesWhatWasKnownThen() {
        String model = choosing.modelInForce(Choosing.REVENUE.formatted("50") + ", " + """
                {"measure": "CREDIT_LIMIT", "weight": "50", "low": "0", "high": "1000"}""");
        String facility = "F-" + scene.client();
        MoneyFacts.facility(scene.client(), facility, "800.00", "1.00", "2026-01-01T00:00:00Z");
        choosing.earns("600.00", "2026-02-02T04:00:00Z");
        String then = Choosing.review(model);
        String before = result(then);
        String instant = scene.asManager().get(then).path("review.asOf");
        choosing.earns("10.00", "2026-02-03T04:00:00Z");
        MoneyFacts.facility(scene.client(), facility, "1.00", "1.00", "2026-01-02T00:00:00Z");
        choosing.grade(KycStatus.EXPIRED, 3);
        Choosing.review(model);
        standing().body("designated", is(false)).body("lastResult.outcome", is("GATED"));

        String again =
                Choosing.reviewed(model, instant).statusCode(201).extract().header("Location");

        assertThat(result(again)).isEqualTo(before);
        scene.asManager().get(again).then().body("review.effective", is(false)).body("review.asOf", is(instant));
        standing().body("designated", is(false));
    }

    @Test
    void ratesAndGradingsCountAsKnownThen() {
        String model = choosing.modelInForce(Choosing.REVENUE.formatted("100"));
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        MoneyFacts.rate("BRL", day, "10");
        MoneyFacts.revenue(scene.client(), "payments", Choosing.lastMonth(), "7000.05", "BRL")
                .statusCode(201);
        String then = Choosing.review(model);
        // 700.005 is half way between two cents: half to even
        scene.asManager()
                .get(then + "/results/" + scene.client())
                .then()
                .body("explanation.criteria[0].value", is("700.00"))
                .body("score", is("70.0000"));
        String instant = scene.asManager().get(then).path("review.asOf");
        MoneyFacts.rate("BRL", day, "20");

        String again =
                Choosing.reviewed(model, instant).statusCode(201).extract().header("Location");

        assertThat(result(again)).contains("70.0000");
        assertThat(result(Choosing.review(model))).contains("35.0000");
    }

    @Test
    void aMissingFigureIsNotScoredAndSaysWhich() {
        String model = choosing.modelInForce(Choosing.REVENUE.formatted("60") + ", " + """
                {"measure": "WALLET", "weight": "40", "low": "0", "high": "1000"}""");
        choosing.earns("1000.00", "2026-02-02T04:00:00Z");

        String review = Choosing.review(model);

        scene.asManager()
                .get(review + "/results/" + scene.client())
                .then()
                .body("outcome", is("NOT_SCORED"))
                .body("score", nullValue())
                .body("explanation.criteria.missing", is(java.util.Arrays.asList(null, "unknown")));
        standing().body("designated", is(false));
    }

    @Test
    void aMissingRateIsNotScoredEither() {
        String model = choosing.modelInForce(Choosing.REVENUE.formatted("100"));
        MoneyFacts.revenue(scene.client(), "payments", Choosing.lastMonth(), "700.00", "ISK")
                .statusCode(201);

        String review = Choosing.review(model);

        scene.asManager()
                .get(review + "/results/" + scene.client())
                .then()
                .body("outcome", is("NOT_SCORED"))
                .body("explanation.criteria[0].missing", is("fx-rate-missing"));
    }

    @Test
    void modelsAreApprovedByAnotherAndNeverChangeAfterwards() {
        Choosing.asAnalyst("an-horak")
                .body(choosing.model(Choosing.REVENUE.formatted("99.99")))
                .post("/v1/key-account-models")
                .then()
                .statusCode(422)
                .body("code", is("weights-not-100"));
        String draft = choosing.draft(Choosing.REVENUE.formatted("100"));
        String model = draft.replaceAll("/versions.*", "");
        Choosing.reviewed(Parts.id(model), null).statusCode(409).body("code", is("model-not-in-force"));
        Choosing.approve("an-horak", draft).statusCode(403).body("code", is("four-eyes"));
        String tag = Choosing.asAnalyst("an-kral").get(draft).header("ETag");
        String terms = Choosing.asAnalyst("an-kral").get(draft).jsonPath().prettify();
        Choosing.asAnalyst("an-kral")
                .header("If-Match", tag)
                .body(choosing.terms("70", Choosing.REVENUE.formatted("100")))
                .put(draft)
                .then()
                .statusCode(200);
        Choosing.approve("an-kral", draft).statusCode(403).body("code", is("four-eyes"));
        Choosing.asAnalyst("an-third")
                .header("If-Match", tag)
                .post(draft + "/approvals")
                .then()
                .statusCode(412);
        Choosing.approve("an-third", draft).statusCode(201).body("approvedBy", is("an-third"));

        Choosing.asAnalyst("an-kral")
                .header("If-Match", "*")
                .body(choosing.terms("80", Choosing.REVENUE.formatted("100")))
                .put(draft)
                .then()
                .statusCode(409)
                .body("code", is("model-version-approved"));
        assertThat(terms).contains("60");
        Choosing.asAnalyst("an-kral")
                .body(choosing.terms("80", Choosing.REVENUE.formatted("100")))
                .post(model + "/versions")
                .then()
                .statusCode(201)
                .body("number", is(2));
        Choosing.asAnalyst("an-kral")
                .body(choosing.terms("80", Choosing.REVENUE.formatted("100")))
                .post(model + "/versions")
                .then()
                .statusCode(409)
                .body("code", is("model-draft-open"));
        assertThatThrownBy(() -> database.asOwner(connection -> Database.execute(
                        connection,
                        "update key_account_model_version set terms = '{}' where model_id = ? and number = 1",
                        UUID.fromString(Parts.id(model)))))
                .hasMessageContaining("append-only");
        scene.asManager().get(Choosing.review(Parts.id(model))).then().body("review.version", is(1));
    }

    @Test
    void aManagerLearnsNothingOfAnotherBook() {
        Scene other = Scene.of(clients);
        choosing.grade(other.client(), other, KycStatus.VERIFIED, 2);
        String model = choosing.modelInForce(Choosing.REVENUE.formatted("100"));
        choosing.earns("700.00", "2026-02-02T04:00:00Z");
        MoneyFacts.revenue(other.client(), "payments", Choosing.lastMonth(), "900.00", "EUR")
                .statusCode(201);
        String review = Choosing.review(model);

        scene.asManager().get(review).then().body("outcomes.SELECTED", is(1));
        scene.asManager().get(review + "/results").then().body("items.clientId", is(List.of(scene.client())));
        scene.asManager().get(review + "/results/" + other.client()).then().statusCode(404);
        scene.asManager().get("/v1/key-accounts").then().body("items", hasSize(1));
        scene.asManager().get("/v1/key-accounts/" + other.client()).then().statusCode(404);
        scene.asManager()
                .get("/v1/key-accounts?manager=" + other.manager())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void reviewsAtOnceDesignateOnce() throws Exception {
        String model = choosing.modelInForce(Choosing.REVENUE.formatted("100"));
        choosing.earns("700.00", "2026-02-02T04:00:00Z");

        List<Integer> statuses = ConcurrencyTest.atOnce(
                4, number -> Choosing.reviewed(model, null).extract().statusCode());

        assertThat(statuses).containsOnly(201);
        assertThat(database.<Long>asSystem(connection -> Database.count(
                        connection, "select count(*) from key_account where client_id = ?", scene.client())))
                .isEqualTo(1);
    }

    @Test
    void noReviewLooksAhead() {
        String model = choosing.modelInForce(Choosing.REVENUE.formatted("100"));

        Choosing.reviewed(model, "2199-01-01T00:00:00Z").statusCode(422).body("code", is("review-in-future"));
        Choosing.reviewed(model, "2001-01-01T00:00:00Z").statusCode(409).body("code", is("model-not-in-force"));
    }

    private ValidatableResponse standing() {
        return scene.asManager()
                .get("/v1/key-accounts/" + scene.client())
                .then()
                .statusCode(200);
    }

    private String result(String review) {
        return scene.asManager()
                .get(review + "/results/" + scene.client())
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(Parts.id(review), "the-review");
    }
}
