package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.clientele.accountplan.watch.Watching;
import io.clientele.contracts.Topics;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What asks for attention is told once, until it is cured, acknowledged or put off. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class AlertsTest {

    @Inject
    KnownClients clients;

    @Inject
    Watching watching;

    private Scene scene;
    private String plan;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
        plan = scene.openPlan();
    }

    @Test
    void eachThingIsToldOnceAndGoesWhenItIsCured() {
        String facility = "F-" + scene.client();
        MoneyFacts.facility(scene.client(), facility, "100.00", "120.00", "2026-01-01T00:00:00Z");
        String action = Parts.added(
                scene.asManager(), plan + "/actions", Parts.ACTION.formatted(scene.manager(), "2026-01-31"));
        watching.look();
        watching.look();

        scene.asManager()
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("items.kind", containsInAnyOrder("LIMIT_EXCESS", "ACTION_OVERDUE", "COVERAGE_GAP"));
        scene.asManager()
                .get("/v1/alerts?kind=ACTION_OVERDUE")
                .then()
                .body("items", hasSize(1))
                .body("items[0].path", is(action));
        MoneyFacts.facility(scene.client(), facility, "100.00", "90.00", "2026-01-02T00:00:00Z");
        scene.command(scene.asManager(), action, "closures", "{\"done\": true, \"outcome\": \"Sent\"}");
        watching.look();
        scene.asManager().get("/v1/alerts?all=true").then().body("items.kind", containsInAnyOrder("COVERAGE_GAP"));
    }

    @Test
    void whatIsAcknowledgedOrPutOffAsksNoMore() {
        String client = "?client=" + scene.client();
        MoneyFacts.facility(scene.client(), "F-" + scene.client(), "100.00", "120.00", "2026-01-01T00:00:00Z");
        watching.look();
        String excess = "/v1/alerts/"
                + scene.asManager().get("/v1/alerts?kind=LIMIT_EXCESS").path("items[0].id");
        String gap = "/v1/alerts/"
                + scene.asManager().get("/v1/alerts?kind=COVERAGE_GAP").path("items[0].id");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        scene.asManager()
                .header("If-Match", scene.tagOf(excess))
                .post(excess + "/acknowledgements")
                .then()
                .statusCode(201)
                .body("acknowledgedBy", is(scene.manager()));
        scene.command(scene.asManager(), gap, "snoozes", "{\"until\": \"%s\"}".formatted(today))
                .then()
                .statusCode(422)
                .body("code", is("snooze-invalid"));
        scene.command(scene.asManager(), gap, "snoozes", "{\"until\": \"%s\"}".formatted(today.plusDays(1)))
                .then()
                .statusCode(201);
        watching.look();

        scene.asManager().get("/v1/alerts" + client).then().body("items", hasSize(0));
        scene.asManager().get("/v1/alerts" + client + "&all=true").then().body("items", hasSize(2));
    }

    @Test
    void whatTimeBringsIsPublishedOnce() {
        String soon = LocalDate.now(ZoneOffset.UTC).plusDays(31).toString();
        String facility = MoneyFacts.EXAMPLE
                .formatted("F-" + scene.client(), "EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "EUR")
                .replace("2028-06-30", soon);
        Parts.added(scene.asManager(), plan + "/actions", Parts.ACTION.formatted(scene.manager(), "2026-01-31"));
        Parts.added(
                scene.asManager(),
                plan + "/contributions",
                "{\"productLine\": \"lending\", \"specialist\": \"%s\", \"dueOn\": \"2026-01-31\"}"
                        .formatted(scene.specialist()));
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            MoneyFacts.position(scene.client(), facility).statusCode(201);
            MoneyFacts.position(
                            scene.client(), rated(facility, "BB", "2026-02-01").replace("5000000.00", "4000000.00"))
                    .statusCode(201);
            watching.look();
            watching.look();

            scene.asManager()
                    .get("/v1/alerts")
                    .then()
                    .body(
                            "items.kind",
                            containsInAnyOrder(
                                    "MATURITY_60_DAYS",
                                    "COVENANT_DUE",
                                    "ACTION_OVERDUE",
                                    "COVERAGE_GAP",
                                    "BELOW_HURDLE",
                                    "CONTRIBUTION_OVERDUE",
                                    "RATING_DOWN"));
            events.await("io.clientele.account-plans.return.below-hurdle.v1", scene.client());
            events.await("io.clientele.account-plans.action.overdue.v1", Parts.id(plan));
            List<Received> told = events.records().stream()
                    .filter(event -> event.subject().equals(scene.client())
                            || event.subject().equals(Parts.id(plan)))
                    .toList();
            assertThat(told)
                    .extracting(Received::type)
                    .containsOnlyOnce(
                            "io.clientele.account-plans.return.below-hurdle.v1",
                            "io.clientele.account-plans.action.overdue.v1",
                            "io.clientele.account-plans.exposure.maturity-approaching.v1");
            EventSchemas.assertValid(told);
        }
    }

    private static String rated(String facility, String rating, String asOf) {
        return facility.replace(
                        "\"BBB-\"", "\"%s\", \"ratedOn\": \"%s\"".formatted(rating, LocalDate.now(ZoneOffset.UTC)))
                .replace("2026-01-31T22", asOf + "T22");
    }

    @Test
    void nobodySeesTheAlertsOfAnotherBook() {
        MoneyFacts.facility(scene.client(), "F-" + scene.client(), "100.00", "120.00", "2026-01-01T00:00:00Z");
        watching.look();
        String excess = "/v1/alerts/"
                + scene.asManager().get("/v1/alerts?kind=LIMIT_EXCESS").path("items[0].id");

        scene.asStranger().get(excess).then().statusCode(404);
        scene.asStranger().get("/v1/alerts?all=true").then().body("items", hasSize(0));
        scene.asStranger()
                .header("If-Match", "*")
                .post(excess + "/acknowledgements")
                .then()
                .statusCode(404);
    }
}
