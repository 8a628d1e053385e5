package io.clientele.accountplan;

import static org.hamcrest.Matchers.is;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever made a plan does not approve it. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class FourEyesTest {

    @Inject
    KnownClients clients;

    private Scene scene;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
    }

    @Test
    void aManagerDoesNotApprove() {
        String plan = scene.submittedPlan();

        scene.command(scene.asManager(), plan, "approvals")
                .then()
                .statusCode(403)
                .body("code", is("role-missing"));
    }

    @Test
    void aManagerWhoAlsoLeadsTheTeamDoesNotApproveTheOwnPlan() {
        String plan = scene.submittedPlan();

        RestAssured.given()
                .contentType(ContentType.JSON)
                .header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.of(Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER)
                                        .withUser(scene.manager())
                                        .withTeams(scene.team())
                                        .signed())
                .header("If-Match", scene.tagOf(plan))
                .body("{}")
                .post(plan + "/approvals")
                .then()
                .statusCode(403)
                .body("code", is("four-eyes"));
    }

    @Test
    void aLeaderWhoSubmittedDoesNotApprove() {
        String plan = scene.openPlan();
        scene.addObjective(plan, scene.soundObjective());
        scene.command(scene.asLeader(), plan, "submissions").then().statusCode(201);

        scene.command(scene.asLeader(), plan, "approvals")
                .then()
                .statusCode(403)
                .body("code", is("four-eyes"));
        scene.command(scene.asLeader(), plan, "rejections")
                .then()
                .statusCode(403)
                .body("code", is("four-eyes"));
    }

    @Test
    void aLeaderWhoWroteAPartDoesNotApproveThatDraftButTheNext() {
        String plan = scene.openPlan();
        scene.asLeader()
                .body(scene.soundObjective())
                .post(plan + "/objectives")
                .then()
                .statusCode(201);
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);
        scene.command(scene.asLeader(), plan, "approvals")
                .then()
                .statusCode(403)
                .body("code", is("four-eyes"));

        RestAssured.given()
                .contentType(ContentType.JSON)
                .header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.of(Roles.TEAM_LEADER)
                                        .withUser("tl-deputy")
                                        .withTeams(scene.team())
                                        .signed())
                .header("If-Match", scene.tagOf(plan))
                .body("{}")
                .post(plan + "/approvals")
                .then()
                .statusCode(201);
        scene.addObjective(plan, scene.soundObjective());
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);
        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);
    }
}
