package io.clientele.accountplan;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.clientele.accountplan.watch.Watching;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
