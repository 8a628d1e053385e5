package io.clientele.accountplan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sections that specialists write and sign, over HTTP. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class ContributionsTest {

    private static final String DRAFT = "{\"proposal\": \"Notional pooling from May\"}";

    @Inject
    KnownClients clients;

    private Scene scene;
    private String plan;

    @BeforeEach
    void openAPlan() {
        scene = Scene.of(clients);
        plan = scene.openPlan("cash-management");
    }

    @Test
    void theAskedSpecialistSeesTheClientFromThenOn() {
        scene.asSpecialist().get(plan).then().statusCode(404);

        String contribution = ask("cash-management");

        scene.asSpecialist().get(plan).then().statusCode(200);
        scene.asSpecialist().get("/v1/clients/" + scene.client()).then().statusCode(200);
        scene.asSpecialist().get("/v1/account-plans").then().body("items.size()", is(1));
        scene.command(scene.asSpecialist(), contribution, "declines")
                .then()
                .statusCode(201)
                .body("state", is("DECLINED"));
        scene.asSpecialist().get(plan).then().statusCode(404);
        scene.asSpecialist().get("/v1/account-plans").then().body("items.size()", is(0));
    }

    @Test
    void archivingThePlanEndsTheSpecialistsAccess() {
        ask("cash-management");

        scene.command(scene.asManager(), plan, "archivals").then().statusCode(201);

        scene.asSpecialist().get(plan).then().statusCode(404);
    }

    @Test
    void onlyTheAskedSpecialistDraftsAndSigns() {
        String contribution = ask("cash-management");
        scene.asManager()
                .body("{\"productLine\": \"lending\", \"specialist\": \"someone\"}")
                .post(plan + "/contributions")
                .then()
                .statusCode(201);

        Scene.asRole(Roles.PRODUCT_SPECIALIST)
                .header("If-Match", scene.tagOf(contribution))
                .body(DRAFT)
                .put(contribution + "/section")
                .then()
                .statusCode(403)
                .body("code", is("not-asked-specialist"));
        draft(contribution, DRAFT).statusCode(200);
        scene.command(Scene.asRole(Roles.PRODUCT_SPECIALIST), contribution, "sign-offs")
                .then()
                .statusCode(403)
                .body("code", is("not-asked-specialist"));
        scene.command(scene.asManager(), contribution, "sign-offs").then().statusCode(403);
    }

    @Test
    void aMaterialEditVoidsThatSignOffAndNoOther() {
        String cash = signed("cash-management");
        String lending = signed("lending");

        draft(cash, "{\"proposal\": \" Notional  pooling from May \"}")
                .statusCode(200)
                .body("state", is("SIGNED_OFF"))
                .body("signedAt", notNullValue());
        draft(cash, "{\"proposal\": \"Notional pooling from June\"}")
                .statusCode(200)
                .body("state", is("DRAFTED"))
                .body("signedAt", nullValue());

        scene.asManager().get(lending).then().body("state", is("SIGNED_OFF"));
        scene.asManager()
                .get(cash + "/steps")
                .then()
                .body("items.kind", contains("REQUESTED", "DRAFTED", "SIGNED_OFF", "DRAFTED", "VOIDED", "DRAFTED"));
    }

    @Test
    void aReturnedSectionIsDraftedAndSignedAgain() {
        String contribution = signed("cash-management");

        scene.command(scene.asManager(), contribution, "returns")
                .then()
                .statusCode(201)
                .body("state", is("RETURNED"))
                .body("signedAt", nullValue());

        scene.command(scene.asSpecialist(), contribution, "sign-offs")
                .then()
                .statusCode(409)
                .body("code", is("contribution-not-drafted"));
        draft(contribution, DRAFT).statusCode(200).body("state", is("DRAFTED"));
        scene.command(scene.asSpecialist(), contribution, "sign-offs").then().statusCode(201);
        scene.command(scene.asSpecialist(), contribution, "declines")
                .then()
                .statusCode(409)
                .body("code", is("contribution-signed-off"));
    }

    @Test
    void onlyOneSpecialistAtATimeIsAskedForAProductLine() {
        String contribution = ask("cash-management");
        String request = "{\"productLine\": \"cash-management\", \"specialist\": \"%s\"}".formatted(scene.specialist());

        scene.asManager()
                .body(request)
                .post(plan + "/contributions")
                .then()
                .statusCode(409)
                .body("code", is("contribution-exists"));
        scene.command(scene.asSpecialist(), contribution, "declines").then().statusCode(201);
        scene.asManager().body(request).post(plan + "/contributions").then().statusCode(201);
        scene.asManager().get(plan + "/contributions").then().body("items.state", contains("DECLINED", "REQUESTED"));
    }

    @Test
    void aSectionIsNotChangedWhileThePlanWaitsForItsDecision() {
        String contribution = ask("cash-management");
        draft(contribution, DRAFT).statusCode(200);
        scene.addObjective(plan, scene.soundObjective());
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);

        draft(contribution, "{\"proposal\": \"Something else\"}")
                .statusCode(409)
                .body("code", is("plan-submitted"));
        scene.command(scene.asSpecialist(), contribution, "sign-offs").then().statusCode(201);
        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);
    }

    @Test
    void anEditOfASignedSectionAfterApprovalOpensTheNextDraft() {
        String contribution = signed("cash-management");
        scene.addObjective(plan, scene.soundObjective());
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);
        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);

        draft(contribution, "{\"proposal\": \"Notional pooling from June\"}").statusCode(200);

        scene.asManager()
                .get(plan)
                .then()
                .body("state", is("DRAFT"))
                .body("draftVersion", is(2))
                .body("versionInForce", is(1));
        scene.asManager()
                .get(plan + "/versions/1")
                .then()
                .body("content.contributions[0].state", is("SIGNED_OFF"))
                .body("content.contributions[0].section.proposal", is("Notional pooling from May"));
    }

    private String ask(String productLine) {
        return scene.asManager()
                .body("{\"productLine\": \"%s\", \"specialist\": \"%s\"}".formatted(productLine, scene.specialist()))
                .post(plan + "/contributions")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private ValidatableResponse draft(String contribution, String section) {
        return scene.asSpecialist()
                .header("If-Match", scene.tagOf(contribution))
                .body(section)
                .put(contribution + "/section")
                .then();
    }

    private String signed(String productLine) {
        String contribution = ask(productLine);
        draft(contribution, DRAFT).statusCode(200);
        scene.command(scene.asSpecialist(), contribution, "sign-offs").then().statusCode(201);
        return contribution;
    }
}
