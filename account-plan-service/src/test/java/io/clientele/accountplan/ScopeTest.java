package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody sees a client outside the own book: the query's filter holds alone, and so does row-level security. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class ScopeTest {

    private static final List<String> TABLES = List.of(
            "client",
            "client_person",
            "account_plan",
            "account_plan_step",
            "account_plan_version",
            "priority",
            "objective",
            "contribution",
            "contribution_step",
            "credit_facility",
            "revenue",
            "wallet_estimate",
            "opportunity",
            "prerequisite",
            "commitment",
            "plan_action",
            "contact",
            "contact_person",
            "call_report",
            "budget_line",
            "swot_item");

    @Inject
    KnownClients clients;

    @Inject
    Database database;

    private Scene scene;
    private String plan;
    private List<String> everything;

    @BeforeEach
    void openAPlanWithEveryPart() {
        scene = Scene.of(clients);
        plan = scene.openPlan();
        String priority = created(plan + "/priorities", "{\"title\": \"Lead bank\", \"rank\": 1}");
        String objective = scene.addObjective(plan, scene.soundObjective());
        String contribution = created(
                plan + "/contributions",
                "{\"productLine\": \"lending\", \"specialist\": \"%s\"}".formatted(scene.specialist()));
        String budgetLine = created(plan + "/budget-lines", Parts.BUDGET_LINE);
        String swotItem = created(plan + "/swot-items", Parts.SWOT_ITEM);
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);
        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);
        String client = "/v1/clients/" + scene.client();
        MoneyFacts.exampleFacility(scene.client(), "F-" + scene.client(), "EUR").statusCode(201);
        MoneyFacts.revenue(scene.client(), "payments", "2025-12-01", "10.00", "EUR")
                .statusCode(201);
        String estimate = created(client + "/wallet-estimates", EveryResource.WALLET);
        String contact = created(client + "/contacts", Parts.CONTACT.formatted("CZ"));
        String report = created(
                client + "/call-reports",
                Parts.CALL_REPORT.formatted("2026-01-15", contact.substring(contact.lastIndexOf('/') + 1)));
        String opportunity = created(plan + "/opportunities", Parts.OPPORTUNITY.formatted("2027-09-01"));
        String prerequisite =
                created(opportunity + "/prerequisites", Parts.prerequisite("KYC", "KYC", 10, scene.manager()));
        String commitment = created(plan + "/commitments", Parts.COMMITMENT.formatted("payments", "EXPECTATION"));
        String action = created(plan + "/actions", Parts.ACTION.formatted(scene.manager(), "2026-04-30"));
        everything = new java.util.ArrayList<>(List.of(
                "/v1/clients/" + scene.client(),
                plan,
                plan + "/steps",
                plan + "/versions",
                plan + "/versions/1",
                plan + "/priorities",
                priority,
                plan + "/objectives",
                objective,
                objective + "/smart-check",
                objective + "/progress",
                objective + "/measurements",
                plan + "/contributions",
                contribution,
                contribution + "/steps",
                client + "/group",
                client + "/credit-facilities",
                client + "/credit-facilities/F-" + scene.client(),
                client + "/exposure",
                client + "/revenues",
                client + "/returns",
                client + "/wallet-estimates",
                estimate,
                client + "/share-of-wallet",
                client + "/contacts",
                contact,
                client + "/call-reports",
                report,
                client + "/coverage",
                plan + "/opportunities",
                opportunity,
                opportunity + "/prerequisites",
                prerequisite,
                opportunity + "/critical-path",
                plan + "/commitments",
                commitment,
                commitment + "/delivery",
                plan + "/actions",
                action));
        everything.addAll(List.of(
                budgetLine,
                swotItem,
                plan + "/budget-lines",
                plan + "/budget-performance",
                plan + "/swot-items",
                plan + "/document",
                plan + "/versions/1/document",
                plan + "/versions/1/diff",
                client + "/relationship-map"));
    }

    @Test
    void theManagerAndTheTeamLeaderSeeThePlan() {
        everything.forEach(path -> scene.asManager().get(path).then().statusCode(200));
        everything.forEach(path -> scene.asLeader().get(path).then().statusCode(200));
    }

    @Test
    void anotherManagerSeesNothing() {
        assertHiddenFrom(scene::asStranger);
    }

    @Test
    void theLeaderOfAnotherTeamSeesNothing() {
        assertHiddenFrom(() -> with(TestTokens.of(Roles.TEAM_LEADER)
                .withUser("tl-elsewhere")
                .withTeams("team-elsewhere")
                .signed()));
    }

    @Test
    void anAuditorReadsAllAndChangesNothing() {
        everything.forEach(path -> Scene.asRole(Roles.AUDITOR).get(path).then().statusCode(200));
        Scene.asRole(Roles.AUDITOR)
                .body(scene.soundObjective())
                .post(plan + "/objectives")
                .then()
                .statusCode(403);
    }

    @Test
    void aServiceAgentSeesAnyOneClientAndNoList() {
        Scene.asRole(Roles.SERVICE_AGENT)
                .get("/v1/clients/" + scene.client())
                .then()
                .statusCode(200);
        Scene.asRole(Roles.SERVICE_AGENT).get("/v1/clients").then().statusCode(403);
        Scene.asRole(Roles.SERVICE_AGENT).get(plan).then().statusCode(403);
    }

    @Test
    void aSystemDeliversDataAndReadsNoPlans() {
        Scene.asRole(Roles.SYSTEM).get(plan).then().statusCode(403);
        Scene.asRole(Roles.SYSTEM).get("/v1/account-plans").then().statusCode(403);
    }

    @Test
    void aClientInPersonSeesNoPlan() {
        with(TestTokens.of(Roles.CLIENT)
                        .withUser("the-client")
                        .withClient(scene.client())
                        .signed())
                .get(plan)
                .then()
                .statusCode(403);
    }

    @Test
    void anotherManagerChangesNothing() {
        scene.asStranger()
                .body(scene.newPlan("{\"from\": \"2027-01-01\", \"to\": \"2027-12-31\"}"))
                .post("/v1/account-plans")
                .then()
                .statusCode(422)
                .body("code", is("client-unknown"));
        scene.asStranger()
                .header("If-Match", "*")
                .body("{\"comment\": \"mine\"}")
                .post(plan + "/submissions")
                .then()
                .statusCode(404);
        scene.asStranger()
                .body(scene.soundObjective())
                .post(plan + "/objectives")
                .then()
                .statusCode(404);
    }

    @Test
    void rowLevelSecurityHoldsAloneUnderNativeSql() throws SQLException {
        for (String table : TABLES) {
            long own = database.asManager(scene.manager(), connection -> rows(connection, table));
            long others = database.asManager(scene.stranger(), connection -> rows(connection, table));

            // a company has no personal row
            assertThat(own)
                    .as(table)
                    .isEqualTo(table.equals("client_person") ? 0 : 1)
                    .isGreaterThanOrEqualTo(others);
            assertThat(others).as(table).isZero();
        }
    }

    @Test
    void rowLevelSecurityRefusesARowForAnotherManagersClient() throws SQLException {
        int changed = database.asManager(
                scene.stranger(),
                connection -> Database.execute(
                        connection, "update account_plan set title = 'mine' where client_id = ?", scene.client()));

        assertThat(changed).isZero();
    }

    @Test
    void theQueryFilterHoldsAloneWithRowLevelSecuritySwitchedOff() throws SQLException {
        switchPolicies("DISABLE");
        try {
            assertHiddenFrom(scene::asStranger);
            everything.forEach(path -> scene.asManager().get(path).then().statusCode(200));
        } finally {
            switchPolicies("ENABLE");
        }
    }

    @Test
    void whatAManagerIsToldDoesNotDependOnPlansOfOthers() {
        String nobody = scene.asStranger()
                .get("/v1/account-plans/01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
                .jsonPath()
                .getString("detail");

        scene.asStranger().get(plan).then().statusCode(404).body("detail", is(nobody));
    }

    private void assertHiddenFrom(java.util.function.Supplier<RequestSpecification> caller) {
        everything.forEach(path -> caller.get().get(path).then().statusCode(404));
        caller.get().get("/v1/account-plans").then().statusCode(200).body("items.size()", is(0));
        caller.get()
                .get("/v1/account-plans?client={client}", scene.client())
                .then()
                .body("items.size()", is(0));
        caller.get().get("/v1/clients").then().statusCode(200).body("items.size()", is(0));
    }

    private void switchPolicies(String how) throws SQLException {
        database.asOwner(connection -> {
            for (String table : TABLES) {
                Database.execute(connection, "ALTER TABLE %s %s ROW LEVEL SECURITY".formatted(table, how));
            }
            return Database.execute(connection, "ALTER TABLE client_book %s ROW LEVEL SECURITY".formatted(how));
        });
    }

    private static long rows(Connection connection, String table) throws SQLException {
        return Database.count(connection, "select least(count(*), 1) from " + table);
    }

    private static RequestSpecification with(String token) {
        return io.restassured.RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + token);
    }

    private String created(String path, String body) {
        return scene.asManager()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }
}
