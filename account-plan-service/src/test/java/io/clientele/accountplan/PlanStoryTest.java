package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
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
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan from the first draft to the second version, over HTTP and as a subscriber of the events sees it. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class PlanStoryTest {

    @Inject
    KnownClients clients;

    private Scene scene;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
    }

    @Test
    void aPlanIsWrittenSignedSubmittedAndApproved() {
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            String plan = scene.openPlan("cash-management");
            String vague = scene.addObjective(plan, scene.vagueObjective());
            scene.addObjective(plan, scene.soundObjective());
            scene.command(scene.asManager(), plan, "submissions")
                    .then()
                    .statusCode(422)
                    .body("code", is("smart-check-failed"))
                    .body(
                            "errors.pointer",
                            hasItems("/objectives/" + id(vague) + "/SPECIFIC", "/objectives/" + id(vague) + "/TIMELY"));
            scene.asManager()
                    .header("If-Match", scene.tagOf(vague))
                    .delete(vague)
                    .then()
                    .statusCode(204);
            String contribution = scene.asManager()
                    .body("""
                            {"productLine": "cash-management", "specialist": "%s", "dueOn": "2026-02-15"}""".formatted(scene.specialist()))
                    .post(plan + "/contributions")
                    .then()
                    .statusCode(201)
                    .body("state", is("REQUESTED"))
                    .extract()
                    .header("Location");
            scene.command(scene.asManager(), plan, "submissions")
                    .then()
                    .statusCode(201)
                    .body("kind", is("SUBMITTED"))
                    .body("version", is(1));
            scene.command(scene.asLeader(), plan, "approvals")
                    .then()
                    .statusCode(422)
                    .body("code", is("sign-off-missing"))
                    .body("errors.pointer", contains("/contributions/cash-management"));
            scene.command(scene.asManager(), plan, "recalls").then().statusCode(201);
            scene.asSpecialist()
                    .header("If-Match", scene.tagOf(contribution))
                    .body("""
                            {"proposal": "Notional pooling from May", "expectedRevenue": {"amount": "250000.00", "currency": "EUR"}}""")
                    .put(contribution + "/section")
                    .then()
                    .statusCode(200)
                    .body("state", is("DRAFTED"));
            scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);
            scene.command(scene.asSpecialist(), contribution, "sign-offs")
                    .then()
                    .statusCode(201)
                    .body("state", is("SIGNED_OFF"));
            scene.command(scene.asLeader(), plan, "approvals")
                    .then()
                    .statusCode(201)
                    .body("kind", is("APPROVED"))
                    .body("actor", is(scene.leader()));

            scene.asManager().get(plan).then().body("state", is("APPROVED")).body("versionInForce", is(1));
            scene.asManager()
                    .get(plan + "/steps")
                    .then()
                    .body("items.kind", contains("SUBMITTED", "RECALLED", "SUBMITTED", "APPROVED"))
                    .body("items.comment", everyItem(equalTo("as agreed")));
            scene.asManager()
                    .get(plan + "/versions/1")
                    .then()
                    .statusCode(200)
                    .body("inForce", is(true))
                    .body("approvedBy", is(scene.leader()))
                    .body("content.plan.title", is("Pooling for the Czech entities"))
                    .body("content.client.tier", is("platinum"))
                    .body("content.objectives[0].smartCheck.passed", is(true))
                    .body("content.contributions[0].section.expectedRevenue.amount", is("250000.00"));

            events.await("io.clientele.account-plans.account-plan.version-published.v1", id(plan));
            List<Received> told = events.records().stream()
                    .filter(event -> event.subject().equals(id(plan)))
                    .toList();
            assertThat(told)
                    .extracting(event -> event.type().replace("io.clientele.account-plans.", ""))
                    .containsExactly(
                            "account-plan.created.v1",
                            "objective.added.v1",
                            "objective.smart-failed.v1",
                            "objective.added.v1",
                            "contribution.requested.v1",
                            "account-plan.submitted.v1",
                            "account-plan.recalled.v1",
                            "account-plan.submitted.v1",
                            "contribution.signed-off.v1",
                            "account-plan.approved.v1",
                            "account-plan.version-published.v1");
            assertThat(told)
                    .extracting(Received::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, told.size()).boxed().toList());
            EventSchemas.assertValid(told);
        }
    }

    @Test
    void aChangeOfAnApprovedPlanOpensTheNextDraftWhileTheVersionStaysInForce() {
        String plan = scene.approvedPlan();

        scene.addObjective(plan, scene.soundObjective());

        scene.asManager()
                .get(plan)
                .then()
                .body("state", is("DRAFT"))
                .body("draftVersion", is(2))
                .body("versionInForce", is(1));
        scene.asManager()
                .get(plan + "/versions/1")
                .then()
                .body("inForce", is(true))
                .body("content.objectives.size()", is(1));
        scene.command(scene.asManager(), plan, "submissions")
                .then()
                .statusCode(201)
                .body("version", is(2));
        scene.command(scene.asLeader(), plan, "approvals")
                .then()
                .statusCode(201)
                .body("version", is(2));
        scene.asManager()
                .get(plan + "/versions")
                .then()
                .body("items.number", contains(1, 2))
                .body("items.inForce", contains(false, true));
    }

    @Test
    void aRejectedPlanIsADraftAgainAndSaysWhy() {
        String plan = scene.submittedPlan();

        scene.command(scene.asLeader(), plan, "rejections", "{\"comment\": \"Trade finance is missing\"}")
                .then()
                .statusCode(201)
                .body("comment", is("Trade finance is missing"));

        scene.asManager()
                .get(plan)
                .then()
                .body("state", is("DRAFT"))
                .body("versionInForce", nullValue())
                .body("submittedBy", nullValue());
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);
        scene.command(scene.asLeader(), plan, "rejections", "{\"comment\": \" \"}")
                .then()
                .statusCode(422);
    }

    @Test
    void aSubmittedPlanIsFrozen() {
        String plan = scene.submittedPlan();

        scene.asManager()
                .body(scene.soundObjective())
                .post(plan + "/objectives")
                .then()
                .statusCode(409)
                .body("code", is("plan-submitted"));
        scene.asManager()
                .header("If-Match", scene.tagOf(plan))
                .body("{\"title\": \"Another\", \"period\": %s, \"requiredProductLines\": []}"
                        .formatted(Scene.YEAR_2026))
                .put(plan)
                .then()
                .statusCode(409)
                .body("code", is("plan-submitted"));
        scene.command(scene.asManager(), plan, "submissions")
                .then()
                .statusCode(409)
                .body("code", is("plan-not-draft"));
    }

    @Test
    void anEmptyPlanIsNotSubmitted() {
        String plan = scene.openPlan();

        scene.command(scene.asManager(), plan, "submissions")
                .then()
                .statusCode(422)
                .body("code", is("objectives-missing"));
    }

    @Test
    void aClientHasOneLivePlanPerPeriod() {
        String plan = scene.openPlan();

        scene.asManager()
                .body(scene.newPlan("{\"from\": \"2026-12-31\", \"to\": \"2027-12-31\"}"))
                .post("/v1/account-plans")
                .then()
                .statusCode(409)
                .body("code", is("plan-period-overlaps"));
        scene.asManager()
                .body(scene.newPlan("{\"from\": \"2027-01-01\", \"to\": \"2027-12-31\"}"))
                .post("/v1/account-plans")
                .then()
                .statusCode(201);
        scene.command(scene.asManager(), plan, "archivals").then().statusCode(201);
        scene.openPlan();
    }

    @Test
    void anArchivedPlanStaysAsItIs() {
        String plan = scene.approvedPlan();

        scene.command(scene.asManager(), plan, "archivals")
                .then()
                .statusCode(201)
                .body("kind", is("ARCHIVED"));

        scene.command(scene.asManager(), plan, "archivals")
                .then()
                .statusCode(409)
                .body("code", is("plan-archived"));
        scene.asManager()
                .body(scene.soundObjective())
                .post(plan + "/objectives")
                .then()
                .statusCode(409)
                .body("code", is("plan-archived"));
        scene.asManager().get(plan + "/versions/1").then().statusCode(200).body("inForce", is(false));
    }

    @Test
    void listsPlansByClientStateAndOwnerPageByPage() {
        String first = scene.openPlan();
        String second = scene.asManager()
                .body(scene.newPlan("{\"from\": \"2027-01-01\", \"to\": \"2027-12-31\"}"))
                .post("/v1/account-plans")
                .header("Location");

        scene.asManager()
                .get("/v1/account-plans?client={client}&state=DRAFT&owner={owner}", scene.client(), scene.manager())
                .then()
                .statusCode(200)
                .body("items.id", contains(id(second), id(first)));
        String next = scene.asManager()
                .get("/v1/account-plans?limit=1")
                .then()
                .body("items.id", contains(id(second)))
                .extract()
                .path("next");
        scene.asManager()
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/account-plans")
                .then()
                .body("items.id", contains(id(first)))
                .body("next", nullValue());
        scene.asManager().get("/v1/account-plans?state=APPROVED").then().body("items.size()", is(0));
        scene.asManager()
                .get("/v1/account-plans?state=NONSENSE")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("query:state"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        scene.asManager()
                .body(scene.newPlan(Scene.YEAR_2026).replace(scene.client(), "C-nobody"))
                .post("/v1/account-plans")
                .then()
                .statusCode(422)
                .body("code", is("client-unknown"));
        scene.asManager()
                .body(scene.newPlan(Scene.YEAR_2026, "astrology"))
                .post("/v1/account-plans")
                .then()
                .statusCode(422)
                .body("code", is("product-line-unknown"));
        scene.asManager()
                .body(scene.newPlan("{\"from\": \"2026-12-31\", \"to\": \"2026-01-01\"}"))
                .post("/v1/account-plans")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/period"));
    }

    @Test
    void aRepeatedRequestOpensOnePlan() {
        String first = scene.asManager()
                .header("Idempotency-Key", "one")
                .body(scene.newPlan(Scene.YEAR_2026))
                .post("/v1/account-plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        scene.asManager()
                .header("Idempotency-Key", "one")
                .body(scene.newPlan(Scene.YEAR_2026))
                .post("/v1/account-plans")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", is(first));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
