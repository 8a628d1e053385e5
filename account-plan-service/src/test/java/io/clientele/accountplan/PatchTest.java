package io.clientele.accountplan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.clientele.platform.http.MergePatch;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merge patch changes what it names and nothing else. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class PatchTest {

    @Inject
    KnownClients clients;

    private Scene scene;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
    }

    @Test
    void changesTheTitleAndKeepsTheRest() {
        String plan = scene.openPlan("cash-management");

        patch(plan, "{\"title\": \"Pooling for all\"}")
                .statusCode(200)
                .body("title", is("Pooling for all"))
                .body("period.to", is("2026-12-31"))
                .body("requiredProductLines", contains("cash-management"));
    }

    @Test
    void mergesIntoThePeriod() {
        String plan = scene.openPlan();

        patch(plan, "{\"period\": {\"to\": \"2027-06-30\"}}")
                .statusCode(200)
                .body("period.from", is("2026-01-01"))
                .body("period.to", is("2027-06-30"));
    }

    @Test
    void refusesToRemoveWhatIsRequired() {
        String plan = scene.openPlan();

        patch(plan, "{\"title\": null}")
                .statusCode(422)
                .body("code", is("invalid-field"))
                .body("errors.pointer", contains("/title"));
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        patch(scene.openPlan(), "{\"period\": {\"to\": \"2025-06-30\"}}").statusCode(422);
    }

    @Test
    void refusesFieldsItDoesNotKnow() {
        patch(scene.openPlan(), "{\"state\": \"APPROVED\"}").statusCode(400).body("code", is("unknown-field"));
    }

    @Test
    void needsThePlanAsRead() {
        String plan = scene.openPlan();
        String read = scene.tagOf(plan);
        patch(plan, "{\"title\": \"First\"}").statusCode(200);

        scene.asManager()
                .contentType(MergePatch.TYPE)
                .header("If-Match", read)
                .body("{\"title\": \"Second\"}")
                .patch(plan)
                .then()
                .statusCode(412);
        scene.asManager().body("{\"title\": \"Second\"}").patch(plan).then().statusCode(428);
    }

    @Test
    void ofAnApprovedPlanOpensTheNextDraft() {
        String plan = scene.approvedPlan();

        patch(plan, "{\"title\": \"Next year\"}")
                .statusCode(200)
                .body("state", is("DRAFT"))
                .body("draftVersion", is(2))
                .body("versionInForce", is(1));
    }

    private ValidatableResponse patch(String plan, String patch) {
        return scene.asManager()
                .contentType(MergePatch.TYPE)
                .header("If-Match", scene.tagOf(plan))
                .body(patch)
                .patch(plan)
                .then();
    }
}
