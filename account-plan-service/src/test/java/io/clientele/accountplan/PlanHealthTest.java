package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.accountplan.contact.Coverage;
import io.clientele.accountplan.returns.Returns;
import io.clientele.accountplan.watch.Watching;
import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan is alive as long as people look after it, and it shows. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class PlanHealthTest {

    private static final String OVERDUE = "io.clientele.account-plans.account-plan.review-overdue.v1";
    private static final String CHANGED = "io.clientele.account-plans.plan-health.changed.v1";

    @Inject
    KnownClients clients;

    @Inject
    Watching watching;

    @Inject
    Returns returns;

    @Inject
    Coverage coverage;

    @Inject
    SessionFactory sessions;

    private Scene scene;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
    }

    @AfterEach
    void comeBack() {
        TestClock.reset();
    }

    @Test
    void healthIsShownComponentByComponentAndKeptAsItChanges() {
        String plan = scene.openPlan("payments", "lending");
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            health(plan)
                    .body("components.component", hasSize(6))
                    .body("components.find { it.component == 'OBJECTIVES' }.missing", is("nothing-to-measure"))
                    .body("components.find { it.component == 'SIGN_OFFS' }.score", is("0.00"))
                    .body("components.find { it.component == 'COVERAGE' }.score", is("0.00"))
                    .body("components.find { it.component == 'RETURN' }.missing", is("no-capital"))
                    .body("planQuality", is(50))
                    .body("clientHealth", is(0))
                    .body("score", is(33));
            measure();
            measure();
            MoneyFacts.exampleFacility(scene.client(), "F-" + scene.client(), "EUR")
                    .statusCode(201);
            measure();

            scene.asManager()
                    .get(plan + "/health/history")
                    .then()
                    .body("items.score", contains(50, 33))
                    .body("items[0].clientHealth", is(50));
            events.awaitAtLeast(
                    2, event -> event.type().equals(CHANGED) && event.subject().equals(Parts.id(plan)));
            EventSchemas.assertValid(about(events, plan));
        }
    }

    @Test
    void manyAtOnceSayWhatOneByOneSays() {
        MoneyFacts.rate("MXN", LocalDate.now(ZoneOffset.UTC).toString(), "11.3").statusCode(201);
        MoneyFacts.exampleFacility(scene.client(), "F-" + scene.client(), "MXN").statusCode(201);
        String month =
                LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(2).toString();
        MoneyFacts.revenue(scene.client(), "payments", month, "7777.77", "MXN").statusCode(201);
        MoneyFacts.revenue(scene.client(), "custody", month, "0.35", "EUR").statusCode(201);
        String contact = Parts.added(
                scene.asManager(), "/v1/clients/" + scene.client() + "/contacts", Parts.CONTACT.formatted("SG"));
        Parts.added(
                scene.asManager(),
                "/v1/clients/" + scene.client() + "/call-reports",
                Parts.CALL_REPORT.formatted(LocalDate.now(ZoneOffset.UTC).minusDays(3), Parts.id(contact)));

        Work.of("test")
                .run(() -> QuarkusTransaction.requiringNew().run(() -> {
                    List<String> one = List.of(scene.client());
                    assertThat(returns.ofEach(one).get(scene.client()).ratio())
                            .isEqualTo(returns.of(one, Currency.getInstance("EUR"), null)
                                    .total()
                                    .ratio())
                            .isNotNull();
                    assertThat(coverage.ofEach(one).get(scene.client())).isEqualTo(coverage.of(scene.client()));
                }));
    }

    @Test
    void measuringTwiceAsManyPlansCostsNoMoreStatements() {
        scene.openPlan();
        measure();
        long few = statements();
        for (int i = 0; i < 3; i++) {
            Scene.of(clients).openPlan("payments");
        }
        measure();

        assertThat(statements()).isEqualTo(few);
    }

    @Test
    void aPlanNobodyLooksThroughIsStaleUntilSomebodyDoes() {
        String plan = scene.approvedPlan();
        LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(90);
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            at(due + "T23:50:00Z");
            watching.look();
            scene.asManager().get(plan).then().body("stale", is(false));
            at(due.plusDays(1) + "T00:00:01Z");
            watching.look();
            watching.look();
            scene.asManager().get(plan).then().body("stale", is(true));
            scene.asManager().get("/v1/alerts").then().body("items.kind", hasItem("PLAN_STALE"));
            String tag = scene.tagOf(plan);

            scene.asManager()
                    .body("{\"comment\": \"Objectives are still right\"}")
                    .post(plan + "/reviews")
                    .then()
                    .statusCode(201)
                    .body("reviewedBy", is(scene.manager()));

            scene.asManager().get(plan).then().body("stale", is(false)).header("ETag", is(tag));
            watching.look();
            scene.asManager().get("/v1/alerts").then().body("items.kind", not(hasItem("PLAN_STALE")));
            scene.asManager()
                    .get(plan + "/reviews")
                    .then()
                    .body("items.comment", contains("Objectives are still right"));
            events.await(OVERDUE, Parts.id(plan));
            assertThat(about(events, plan))
                    .filteredOn(event -> event.type().equals(OVERDUE))
                    .hasSize(1);
            EventSchemas.assertValid(about(events, plan));
        }
    }

    @Test
    void onlyWhoWritesThePlanReviewsItAndOnlyWhatIsInForce() {
        String draft = scene.openPlan();

        scene.asManager()
                .body("{\"comment\": \"fine\"}")
                .post(draft + "/reviews")
                .then()
                .statusCode(409)
                .body("code", is("plan-not-in-force"));
        scene.asStranger()
                .body("{\"comment\": \"fine\"}")
                .post(draft + "/reviews")
                .then()
                .statusCode(404);
        scene.asStranger().get(draft + "/health").then().statusCode(404);
    }

    @Test
    void growthBeyondHistoryIsAttainableWithinTheWallet() {
        String plan = scene.openPlan();
        String objective = scene.addObjective(
                plan, scene.ambitiousObjective().replace("\"geography\": \"CZ\"", "\"geography\": \"SG\""));
        String client = "/v1/clients/" + scene.client();
        attainable(objective).body("letters[2].result", is("FAIL"));
        wallet(client, "89999.99");
        attainable(objective).body("letters[2].findings.code", contains("growth-above-history", "headroom-exceeded"));
        wallet(client, "0.01");

        attainable(objective).body("letters[2].result", is("PASS"));
    }

    @Test
    void theReturnGapIsALinkWhileItIsOpen() {
        String plan = scene.openPlan();
        String body = scene.soundObjective()
                .replace("\"budgetLine\": \"CM-2026\",", "\"closesReturnGap\": true,")
                .replace("\"resources\": [", "\"resources\": [{\"kind\": \"BUDGET\", \"name\": \"onboarding\"}, ");
        String objective = scene.addObjective(plan, body);
        attainable(objective).body("letters[3].findings.code", contains("return-gap-closed"));

        MoneyFacts.position(
                        scene.client(),
                        MoneyFacts.EXAMPLE
                                .formatted("F-" + scene.client(), "EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "EUR")
                                .replace("5000000.00", "3700000.00"))
                .statusCode(201);

        attainable(objective).body("letters[3].result", is("PASS"));
        String unknown = body.replace(
                "\"closesReturnGap\": true,",
                "\"closesReturnGap\": true, \"prerequisiteIds\": [\"01957c80-11b2-7a55-8d0e-64f1b7c9a203\"],");
        attainable(scene.addObjective(plan, unknown))
                .body("letters[3].findings.code", contains("prerequisite-unknown"));
    }

    private void wallet(String client, String spend) {
        scene.asManager()
                .body("""
                        {"productLine": "cash-management", "geography": "SG", "holder": "UNKNOWN",
                         "spend": {"amount": "%s", "currency": "EUR"}, "blocked": false, "method": "interview",
                         "confidence": "LOW", "estimatedOn": "2026-01-15"}""".formatted(spend))
                .post(client + "/wallet-estimates")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse attainable(String objective) {
        return scene.asManager().get(objective + "/smart-check").then().statusCode(200);
    }

    private ValidatableResponse health(String plan) {
        return scene.asManager().get(plan + "/health").then().statusCode(200);
    }

    private static void measure() {
        Scene.asRole(Roles.SYSTEM)
                .post("/v1/plan-health-runs")
                .then()
                .statusCode(200)
                .body(containsString("changed"));
    }

    private long statements() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            measure();
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static List<Received> about(TestConsumer events, String plan) {
        return events.records().stream()
                .filter(event -> event.subject().equals(Parts.id(plan)))
                .toList();
    }

    private static void at(String instant) {
        TestClock.set(Instant.parse(instant));
    }
}
