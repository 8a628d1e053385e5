package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.Topics;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An objective from 110 to 130 is measured, and ends. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class ProgressTest {

    @Inject
    KnownClients clients;

    private Scene scene;
    private String plan;
    private String objective;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
        plan = scene.openPlan();
        objective = scene.addObjective(plan, scene.soundObjective());
    }

    @Test
    void theWayFromBaselineToTargetIsMeasuredAndReached() {
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            scene.asManager()
                    .get(objective + "/progress")
                    .then()
                    .body("status", is("OPEN"))
                    .body("covered", nullValue());
            measure("115", "2026-03-31").statusCode(201);
            measure("121.5", "2026-06-30").statusCode(201);
            scene.asManager()
                    .get(objective + "/progress")
                    .then()
                    .body("value", is("121.5"))
                    .body("covered", is("0.575000"));
            end(scene.asManager(), "ACHIEVED", "\"129.999999\"").statusCode(422).body("code", is("target-not-met"));
            end(scene.asManager(), "ACHIEVED", "null").statusCode(422).body("code", is("evidence-missing"));
            end(scene.asManager(), "ACHIEVED", "\"130\"").statusCode(201);

            scene.asManager()
                    .get(objective + "/progress")
                    .then()
                    .body("status", is("ACHIEVED"))
                    .body("covered", is("1.000000"))
                    .body("overdue", is(false));
            measure("140", "2026-07-31").statusCode(409).body("code", is("objective-over"));
            end(scene.asManager(), "MISSED", "null").statusCode(409);
            scene.asManager()
                    .get(objective + "/measurements")
                    .then()
                    .body("items.status", contains("OPEN", "OPEN", "ACHIEVED"));
            events.await("io.clientele.account-plans.objective.achieved.v1", Parts.id(plan));
            List<Received> told = events.records().stream()
                    .filter(event -> event.subject().equals(Parts.id(plan)))
                    .toList();
            assertThat(told)
                    .filteredOn(event -> event.type().endsWith("progressed.v1"))
                    .hasSize(2);
            EventSchemas.assertValid(told);
        }
    }

    @Test
    void missedNeedsNoValueAndAnObjectiveDoesNotEndOpen() {
        end(scene.asManager(), "OPEN", "null").statusCode(422).body("code", is("status-not-final"));
        end(scene.asManager(), "MISSED", "null").statusCode(201);
    }

    @Test
    void whatIsMeasuredLiesInThePast() {
        measure("115", "2199-01-01").statusCode(422).body("code", is("measured-in-future"));
    }

    @Test
    void measuringOpensNoDraftAndIsSeenInTheDocument() {
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);
        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);

        measure("120", "2026-06-30").statusCode(201);

        scene.asManager().get(plan).then().body("state", is("APPROVED"));
        scene.asManager().accept("text/html").get(plan + "/document").then().body(containsString("50 %"));
        scene.asManager()
                .accept("text/html")
                .get(plan + "/versions/1/document")
                .then()
                .body(org.hamcrest.Matchers.not(containsString("50 %")));
    }

    @Test
    void aSpecialistWhoDoesNotOwnItDoesNotMeasureIt() {
        Parts.added(
                scene.asManager(),
                plan + "/contributions",
                "{\"productLine\": \"lending\", \"specialist\": \"%s\"}".formatted(scene.specialist()));

        end(scene.asSpecialist(), "CANCELLED", "null").statusCode(403).body("code", is("not-objective-owner"));
    }

    private ValidatableResponse measure(String value, String on) {
        return scene.asManager()
                .body("{\"value\": \"%s\", \"measuredOn\": \"%s\", \"source\": \"Revenue report\"}"
                        .formatted(value, on))
                .post(objective + "/measurements")
                .then();
    }

    private ValidatableResponse end(RequestSpecification caller, String status, String value) {
        return caller.body("{\"status\": \"%s\", \"value\": %s, \"reason\": \"as agreed\"}".formatted(status, value))
                .post(objective + "/outcomes")
                .then();
    }
}
