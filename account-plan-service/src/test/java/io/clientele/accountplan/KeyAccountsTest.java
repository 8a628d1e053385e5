package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.accountplan.watch.Watching;
import io.clientele.contracts.Topics;
import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.clientele.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Key accounts are chosen by a model that two people made, and by nothing else unless two people say so. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class KeyAccountsTest {

    private static final String REVENUE = """
            {"measure": "REVENUE", "weight": "%s", "low": "0", "high": "1000"}""";

    @Inject
    KnownClients clients;

    @Inject
    Database database;

    @Inject
    Watching watching;

    private Scene scene;
    private String tier;

    /** The tier is the scene's own, so that reviews of other tests stop at the gate. */
    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
        tier = "tier-" + scene.client();
        grade(scene.client(), KycStatus.VERIFIED, 2);
    }

    @AfterEach
    void comeBack() {
        TestClock.reset();
    }

    @Test
    void whoScoresEnoughIsDesignatedAndRemovedBelowTheExitScore() {
        String model = modelInForce(REVENUE.formatted("100"));
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            earns("600.00", "2026-02-02T04:00:00Z");
            String review = review(model);
            scene.asManager()
                    .get(review + "/results/" + scene.client())
                    .then()
                    .body("outcome", is("SELECTED"))
                    .body("score", is("60.0000"))
                    .body("explanation.criteria[0].value", is("600.00"))
                    .body("explanation.gates.passed", containsInAnyOrder(true, true, true))
                    .body("explanation.incumbent", is(false));
            standing().body("designated", is(true)).body("designation.basis", is("REVIEW"));
            earns("500.00", "2026-02-03T04:00:00Z");
            review(model);
            standing().body("designated", is(true)).body("lastResult.score", is("50.0000"));
            earns("499.99", "2026-02-04T04:00:00Z");
            review(model);

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
        String model = modelInForce(REVENUE.formatted("50") + ", " + """
                {"measure": "CREDIT_LIMIT", "weight": "50", "low": "0", "high": "1000"}""");
        String facility = "F-" + scene.client();
        MoneyFacts.facility(scene.client(), facility, "800.00", "1.00", "2026-01-01T00:00:00Z");
        earns("600.00", "2026-02-02T04:00:00Z");
        String then = review(model);
        String before = result(then);
        String instant = scene.asManager().get(then).path("review.asOf");
        earns("10.00", "2026-02-03T04:00:00Z");
        MoneyFacts.facility(scene.client(), facility, "1.00", "1.00", "2026-01-02T00:00:00Z");
        grade(scene.client(), KycStatus.EXPIRED, 3);
        review(model);
        standing().body("designated", is(false)).body("lastResult.outcome", is("GATED"));

        String again = reviewed(model, instant).statusCode(201).extract().header("Location");

        assertThat(result(again)).isEqualTo(before);
        scene.asManager().get(again).then().body("review.effective", is(false)).body("review.asOf", is(instant));
        standing().body("designated", is(false));
    }

    @Test
    void ratesAndGradingsCountAsKnownThen() {
        String model = modelInForce(REVENUE.formatted("100"));
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        MoneyFacts.rate("BRL", day, "10");
        MoneyFacts.revenue(scene.client(), "payments", lastMonth(), "7000.05", "BRL")
                .statusCode(201);
        String then = review(model);
        // 700.005 is half way between two cents: half to even
        scene.asManager()
                .get(then + "/results/" + scene.client())
                .then()
                .body("explanation.criteria[0].value", is("700.00"))
                .body("score", is("70.0000"));
        String instant = scene.asManager().get(then).path("review.asOf");
        MoneyFacts.rate("BRL", day, "20");

        String again = reviewed(model, instant).statusCode(201).extract().header("Location");

        assertThat(result(again)).contains("70.0000");
        assertThat(result(review(model))).contains("35.0000");
    }

    @Test
    void aMissingFigureIsNotScoredAndSaysWhich() {
        String model = modelInForce(REVENUE.formatted("60") + ", " + """
                {"measure": "WALLET", "weight": "40", "low": "0", "high": "1000"}""");
        earns("1000.00", "2026-02-02T04:00:00Z");

        String review = review(model);

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
        String model = modelInForce(REVENUE.formatted("100"));
        MoneyFacts.revenue(scene.client(), "payments", lastMonth(), "700.00", "ISK")
                .statusCode(201);

        String review = review(model);

        scene.asManager()
                .get(review + "/results/" + scene.client())
                .then()
                .body("outcome", is("NOT_SCORED"))
                .body("explanation.criteria[0].missing", is("fx-rate-missing"));
    }

    @Test
    void modelsAreApprovedByAnotherAndNeverChangeAfterwards() {
        asAnalyst("an-horak")
                .body(model(REVENUE.formatted("99.99")))
                .post("/v1/key-account-models")
                .then()
                .statusCode(422)
                .body("code", is("weights-not-100"));
        String draft = draft(REVENUE.formatted("100"));
        String model = draft.replaceAll("/versions.*", "");
        reviewed(Parts.id(model), null).statusCode(409).body("code", is("model-not-in-force"));
        approve("an-horak", draft).statusCode(403).body("code", is("four-eyes"));
        String tag = asAnalyst("an-kral").get(draft).header("ETag");
        String terms = asAnalyst("an-kral").get(draft).jsonPath().prettify();
        asAnalyst("an-kral")
                .header("If-Match", tag)
                .body(terms("70", REVENUE.formatted("100")))
                .put(draft)
                .then()
                .statusCode(200);
        approve("an-kral", draft).statusCode(403).body("code", is("four-eyes"));
        asAnalyst("an-third")
                .header("If-Match", tag)
                .post(draft + "/approvals")
                .then()
                .statusCode(412);
        approve("an-third", draft).statusCode(201).body("approvedBy", is("an-third"));

        asAnalyst("an-kral")
                .header("If-Match", "*")
                .body(terms("80", REVENUE.formatted("100")))
                .put(draft)
                .then()
                .statusCode(409)
                .body("code", is("model-version-approved"));
        assertThat(terms).contains("60");
        asAnalyst("an-kral")
                .body(terms("80", REVENUE.formatted("100")))
                .post(model + "/versions")
                .then()
                .statusCode(201)
                .body("number", is(2));
        asAnalyst("an-kral")
                .body(terms("80", REVENUE.formatted("100")))
                .post(model + "/versions")
                .then()
                .statusCode(409)
                .body("code", is("model-draft-open"));
        assertThatThrownBy(() -> database.asOwner(connection -> Database.execute(
                        connection,
                        "update key_account_model_version set terms = '{}' where model_id = ? and number = 1",
                        UUID.fromString(Parts.id(model)))))
                .hasMessageContaining("append-only");
        scene.asManager().get(review(Parts.id(model))).then().body("review.version", is(1));
    }

    @Test
    void anOverrideNeedsAnotherPersonAndEndsWithItsDay() {
        String last = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            String override = override(scene.asLeader(), "INCLUDE", last)
                    .statusCode(201)
                    .extract()
                    .header("Location");
            override(scene.asManager(), "EXCLUDE", last).statusCode(409).body("code", is("override-open"));
            scene.asLeader()
                    .header("If-Match", "*")
                    .post(override + "/approvals")
                    .then()
                    .statusCode(403)
                    .body("code", is("four-eyes"));
            scene.asManager()
                    .header("If-Match", "*")
                    .post(override + "/revocations")
                    .then()
                    .statusCode(201);
            override = override(scene.asManager(), "INCLUDE", last)
                    .statusCode(201)
                    .extract()
                    .header("Location");
            standing().body("designated", is(false));
            scene.asLeader()
                    .header("If-Match", "*")
                    .post(override + "/approvals")
                    .then()
                    .statusCode(201)
                    .body("approvedBy", is(scene.leader()));
            standing().body("designated", is(true)).body("designation.basis", is("OVERRIDE"));
            String model = modelInForce(REVENUE.formatted("100"));
            earns("1.00", "2026-02-02T04:00:00Z");
            assertThat(result(review(model))).contains("INCLUDED");
            TestClock.set(Instant.parse(last + "T23:50:00Z"));
            watching.look();
            standing().body("designated", is(true));

            TestClock.set(Instant.parse(last + "T00:00:01Z").plusSeconds(86_400));
            watching.look();

            standing().body("designated", is(false));
            scene.asManager().get(override).then().body("endedBy", is("plan-watch"));
            events.await("io.clientele.account-plans.key-account.removed.v1", scene.client());
            EventSchemas.assertValid(events.records().stream()
                    .filter(event -> event.subject().equals(scene.client()))
                    .toList());
        }
    }

    @Test
    void anOverrideIsForTheClientsOwnPeople() {
        String last = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();

        override(scene.asStranger(), "INCLUDE", last).statusCode(404);
        override(
                        scene.asManager(),
                        "INCLUDE",
                        LocalDate.now(ZoneOffset.UTC).minusDays(1).toString())
                .statusCode(422)
                .body("code", is("override-invalid"));
    }

    @Test
    void aManagerLearnsNothingOfAnotherBook() {
        Scene other = Scene.of(clients);
        grade(other.client(), other, KycStatus.VERIFIED, 2);
        String model = modelInForce(REVENUE.formatted("100"));
        earns("700.00", "2026-02-02T04:00:00Z");
        MoneyFacts.revenue(other.client(), "payments", lastMonth(), "900.00", "EUR")
                .statusCode(201);
        String review = review(model);

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
        String model = modelInForce(REVENUE.formatted("100"));
        earns("700.00", "2026-02-02T04:00:00Z");

        List<Integer> statuses = ConcurrencyTest.atOnce(
                4, number -> reviewed(model, null).extract().statusCode());

        assertThat(statuses).containsOnly(201);
        assertThat(database.<Long>asSystem(connection -> Database.count(
                        connection, "select count(*) from key_account where client_id = ?", scene.client())))
                .isEqualTo(1);
    }

    @Test
    void noReviewLooksAhead() {
        String model = modelInForce(REVENUE.formatted("100"));

        reviewed(model, "2199-01-01T00:00:00Z").statusCode(422).body("code", is("review-in-future"));
        reviewed(model, "2001-01-01T00:00:00Z").statusCode(409).body("code", is("model-not-in-force"));
    }

    private ValidatableResponse standing() {
        return scene.asManager()
                .get("/v1/key-accounts/" + scene.client())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse override(RequestSpecification caller, String kind, String last) {
        return caller.body("{\"kind\": \"%s\", \"reason\": \"Treasury moves to us\", \"validUntil\": \"%s\"}"
                        .formatted(kind, last))
                .post("/v1/key-accounts/" + scene.client() + "/overrides")
                .then();
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

    private void earns(String amount, String asOf) {
        Scene.asRole(Roles.SYSTEM)
                .body("""
                        {"productLine": "payments", "month": "%s", "amount": {"amount": "%s", "currency": "EUR"},
                         "asOf": "%s", "source": "general-ledger"}""".formatted(lastMonth(), amount, asOf))
                .post("/v1/clients/" + scene.client() + "/revenues")
                .then()
                .statusCode(201);
    }

    private static String lastMonth() {
        return LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1).toString();
    }

    private void grade(String client, KycStatus kyc, long sequence) {
        grade(client, scene, kyc, sequence);
    }

    private void grade(String client, Scene of, KycStatus kyc, long sequence) {
        ClientState company = KnownClients.company(client, of.manager(), of.team());
        clients.update(
                new ClientState(
                        client,
                        company.type(),
                        company.name(),
                        company.lei(),
                        company.nace(),
                        null,
                        null,
                        company.domicile(),
                        company.branch(),
                        of.manager(),
                        of.team(),
                        tier,
                        kyc,
                        null,
                        null,
                        company.relationshipSince(),
                        company.attributes(),
                        company.products()),
                sequence,
                Instant.parse("2025-12-01T00:00:00Z"),
                "core-banking");
    }

    private static RequestSpecification asAnalyst(String user) {
        return io.restassured.RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + TestTokens.signed(user, Roles.ANALYST));
    }

    private String terms(String entry, String criteria) {
        return """
                {"gates": {"tiers": ["%s"], "segments": [], "kycStatuses": ["VERIFIED"], "countries": []},
                 "criteria": [%s], "entryScore": "%s", "exitScore": "50", "capacityPerManager": 5}""".formatted(tier, criteria, entry);
    }

    private String model(String criteria) {
        return "{\"name\": \"Model %s\", \"terms\": %s}".formatted(UUID.randomUUID(), terms("60", criteria));
    }

    private String draft(String criteria) {
        return asAnalyst("an-horak")
                .body(model(criteria))
                .post("/v1/key-account-models")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static ValidatableResponse approve(String user, String draft) {
        return asAnalyst(user)
                .header("If-Match", asAnalyst(user).get(draft).header("ETag"))
                .post(draft + "/approvals")
                .then();
    }

    /** Its id. */
    private String modelInForce(String criteria) {
        String draft = draft(criteria);
        approve("an-kral", draft).statusCode(201);
        return Parts.id(draft.replaceAll("/versions.*", ""));
    }

    private static String review(String model) {
        return reviewed(model, null).statusCode(201).extract().header("Location");
    }

    private static ValidatableResponse reviewed(String model, String asOf) {
        return asAnalyst("an-horak")
                .body(
                        asOf == null
                                ? "{\"modelId\": \"%s\"}".formatted(model)
                                : "{\"modelId\": \"%s\", \"asOf\": \"%s\"}".formatted(model, asOf))
                .post("/v1/key-account-reviews")
                .then();
    }
}
