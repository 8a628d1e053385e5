package io.clientele.accountplan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objectives and priorities of a plan over HTTP. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class ObjectivesTest {

    @Inject
    KnownClients clients;

    private Scene scene;
    private String plan;

    @BeforeEach
    void openAPlan() {
        scene = Scene.of(clients);
        plan = scene.openPlan();
    }

    @Test
    void anIncompleteObjectiveIsTakenAndItsCheckShowsWhatItLacks() {
        String objective = scene.addObjective(plan, scene.vagueObjective());

        scene.asManager()
                .get(objective + "/smart-check")
                .then()
                .statusCode(200)
                .body("passed", is(false))
                .body("letters.criterion", contains("SPECIFIC", "MEASURABLE", "ATTAINABLE", "REALISTIC", "TIMELY"))
                .body("letters.result", everyItem(is("FAIL")))
                .body(
                        "letters[0].findings.code",
                        containsInAnyOrder("product-line-missing", "geography-missing", "owner-missing", "vague-verb"))
                .body("letters[1].findings.field", hasItem("/baseline"));
    }

    @Test
    void aSoundObjectivePassesAndComesBackAsItWasWritten() {
        String objective = scene.addObjective(plan, scene.soundObjective());

        scene.asManager()
                .get(objective)
                .then()
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("smartCheck.passed", is(true))
                .body("smartCheck.letters.result", everyItem(is("PASS")))
                .body("entity", is(scene.client()))
                .body("baseline.value", is("110"))
                .body("baseline.on", is("2026-01-01"))
                .body("target", is("130"))
                .body("milestones.dueOn", contains("2026-03-31", "2026-06-30", "2026-09-30"))
                .body("resources[0].kind", is("PERSON"));
        scene.asManager().get(plan + "/objectives").then().body("items.smartCheck.passed", contains(true));
    }

    @Test
    void growthBeyondThePaceSoFarIsWaivedByASecondPersonUntilTheFiguresChange() {
        String objective = scene.addObjective(plan, scene.ambitiousObjective());
        scene.command(scene.asManager(), plan, "submissions")
                .then()
                .statusCode(422)
                .body("errors.size()", is(1))
                .body("errors[0].pointer", is(objective.substring(plan.length()) + "/ATTAINABLE"));

        scene.command(scene.asManager(), objective, "waivers").then().statusCode(403);
        scene.command(scene.asLeader(), objective, "waivers")
                .then()
                .statusCode(201)
                .body("waiver.by", is(scene.leader()))
                .body("smartCheck.passed", is(true))
                .body("smartCheck.letters[2].result", is("WAIVED"));

        change(objective, scene.ambitiousObjective().replace("all entities", "all the entities"))
                .statusCode(200)
                .body("waiver.by", is(scene.leader()));
        change(objective, scene.ambitiousObjective().replace("\"200\"", "\"201\""))
                .statusCode(200)
                .body("waiver", nullValue())
                .body("smartCheck.letters[2].result", is("FAIL"));
    }

    @Test
    void whoWroteTheJustificationDoesNotAcceptIt() {
        String objective = scene.asLeader()
                .body(scene.ambitiousObjective())
                .post(plan + "/objectives")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        scene.command(scene.asLeader(), objective, "waivers")
                .then()
                .statusCode(403)
                .body("code", is("four-eyes"));
    }

    @Test
    void withoutAJustificationNothingIsWaived() {
        String objective = scene.addObjective(plan, scene.vagueObjective());

        scene.command(scene.asLeader(), objective, "waivers")
                .then()
                .statusCode(409)
                .body("code", is("justification-missing"));
    }

    @Test
    void acceptingAJustificationMakesTheLeaderNoAuthorOfThePlan() {
        String objective = scene.addObjective(plan, scene.ambitiousObjective());
        scene.command(scene.asLeader(), objective, "waivers").then().statusCode(201);
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);

        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);
    }

    @Test
    void anObjectiveServesAPriorityOfItsOwnPlanWhichThenStays() {
        String priority = scene.asManager()
                .body("{\"title\": \"Lead bank for cash\", \"rank\": 1}")
                .post(plan + "/priorities")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String id = priority.substring(priority.lastIndexOf('/') + 1);
        scene.addObjective(plan, scene.vagueObjective().replace("}", ", \"priorityId\": \"" + id + "\"}"));

        scene.asManager()
                .header("If-Match", scene.tagOf(priority))
                .delete(priority)
                .then()
                .statusCode(409)
                .body("code", is("priority-in-use"));

        Scene elsewhere = Scene.of(clients);
        elsewhere
                .asManager()
                .body(scene.vagueObjective().replace("}", ", \"priorityId\": \"" + id + "\"}"))
                .post(elsewhere.openPlan() + "/objectives")
                .then()
                .statusCode(422)
                .body("code", is("priority-unknown"));
    }

    @Test
    void prioritiesAreChangedListedAndRemoved() {
        String priority = scene.asManager()
                .body("{\"title\": \"Lead bank for cash\", \"rank\": 1}")
                .post(plan + "/priorities")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        scene.asManager()
                .header("If-Match", scene.tagOf(priority))
                .body("{\"title\": \"Lead bank for trade\", \"rank\": 2}")
                .put(priority)
                .then()
                .statusCode(200)
                .body("rank", is(2));
        scene.asManager().get(plan + "/priorities").then().body("items.title", contains("Lead bank for trade"));
        scene.asManager()
                .body("{\"title\": \"Lead bank for trade\", \"rank\": 3}")
                .post(plan + "/priorities")
                .then()
                .statusCode(409);
        scene.asManager()
                .header("If-Match", scene.tagOf(priority))
                .delete(priority)
                .then()
                .statusCode(204);
        scene.asManager().get(priority).then().statusCode(404);
    }

    @Test
    void refusesWhatTheBankDoesNotHave() {
        scene.asManager()
                .body("{\"statement\": \"Win it\", \"productLine\": \"astrology\"}")
                .post(plan + "/objectives")
                .then()
                .statusCode(422)
                .body("code", is("product-line-unknown"));
        scene.asManager()
                .body("{\"statement\": \"Win it\", \"entity\": \"C-nobody\"}")
                .post(plan + "/objectives")
                .then()
                .statusCode(422)
                .body("code", is("client-unknown"));
        scene.asManager()
                .body("{\"statement\": \"Win it\", \"target\": \"1.1234567\"}")
                .post(plan + "/objectives")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/target"));
    }

    private io.restassured.response.ValidatableResponse change(String objective, String body) {
        return scene.asManager()
                .header("If-Match", scene.tagOf(objective))
                .body(body)
                .put(objective)
                .then();
    }
}
