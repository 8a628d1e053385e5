package io.clientele.accountplan;

import static io.restassured.RestAssured.given;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.TestTokens;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/**
 * A client with the people around it, none of whom appears in another scene: the relationship manager, the leader of the
 * manager's team, a product specialist, and a manager of another book.
 */
public record Scene(String client, String manager, String team, String leader, String specialist, String stranger) {

    static final String YEAR_2026 = """
            {"from": "2026-01-01", "to": "2026-12-31"}""";

    /** Shows what was said when a test fails. */
    private static final RestAssuredConfig TELLING = RestAssuredConfig.config()
            .logConfig(LogConfig.logConfig().enableLoggingOfRequestAndResponseIfValidationFails());

    /** The people around a new client, which is made known. */
    public static Scene of(KnownClients clients) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Scene scene = new Scene("C-" + mark, "rm-" + mark, "team-" + mark, "tl-" + mark, "ps-" + mark, "other-" + mark);
        clients.register(KnownClients.company(scene.client, scene.manager, scene.team));
        return scene;
    }

    public RequestSpecification asManager() {
        return as(TestTokens.of(Roles.RELATIONSHIP_MANAGER).withUser(manager).signed());
    }

    public RequestSpecification asLeader() {
        return as(TestTokens.of(Roles.TEAM_LEADER)
                .withUser(leader)
                .withTeams(team)
                .signed());
    }

    public RequestSpecification asSpecialist() {
        return as(TestTokens.of(Roles.PRODUCT_SPECIALIST).withUser(specialist).signed());
    }

    /** A relationship manager of the same team, with another book. */
    public RequestSpecification asStranger() {
        return as(TestTokens.of(Roles.RELATIONSHIP_MANAGER)
                .withUser(stranger)
                .withTeams(team)
                .signed());
    }

    public static RequestSpecification asRole(String role) {
        return as(TestTokens.signed("someone", role));
    }

    private static RequestSpecification as(String token) {
        return given().config(TELLING).contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }

    /** Opens a plan for 2026; its path. */
    public String openPlan(String... requiredProductLines) {
        return asManager()
                .body(newPlan(YEAR_2026, requiredProductLines))
                .post("/v1/account-plans")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    public String newPlan(String period, String... requiredProductLines) {
        String lines = String.join(
                ", ",
                List.of(requiredProductLines).stream()
                        .map(line -> '"' + line + '"')
                        .toList());
        return """
                {"clientId": "%s", "title": "Pooling for the Czech entities", "period": %s, "requiredProductLines": [%s]}""".formatted(client, period, lines);
    }

    /** Opens a plan with a sound objective, and submits it; its path. */
    public String submittedPlan() {
        String plan = openPlan();
        addObjective(plan, soundObjective());
        command(asManager(), plan, "submissions").then().statusCode(201);
        return plan;
    }

    /** Opens, submits and approves a plan; its path. */
    public String approvedPlan() {
        String plan = submittedPlan();
        command(asLeader(), plan, "approvals").then().statusCode(201);
        return plan;
    }

    /** Adds a sound objective to a draft, submits and approves it; its path. */
    public String approvedPlanOf(String draft) {
        addObjective(draft, soundObjective());
        command(asManager(), draft, "submissions").then().statusCode(201);
        command(asLeader(), draft, "approvals").then().statusCode(201);
        return draft;
    }

    /** Adds an objective; its path. */
    public String addObjective(String plan, String objective) {
        return asManager()
                .body(objective)
                .post(plan + "/objectives")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** The entity tag of a resource as the manager sees it. */
    public String tagOf(String path) {
        return asManager().get(path).then().statusCode(200).extract().header("ETag");
    }

    /** Sends a command about a resource as just read. */
    public Response command(RequestSpecification caller, String path, String command) {
        return command(caller, path, command, "{\"comment\": \"as agreed\"}");
    }

    public Response command(RequestSpecification caller, String path, String command, String body) {
        return caller.header("If-Match", tagOf(path)).body(body).post(path + "/" + command);
    }

    /** Passes every letter: fee income grew by 10 % in 2025, and is to grow by 18 % in 2026. */
    public String soundObjective() {
        return objective("Win the cash pooling mandate of the Czech entities", "130");
    }

    /** Asks for growth beyond twice the growth so far, and says why. */
    public String ambitiousObjective() {
        return objective("Win the cash pooling mandate of all entities", "200");
    }

    /** Fails every letter. */
    public String vagueObjective() {
        return "{\"statement\": \"Improve the relationship\"}";
    }

    private String objective(String statement, String target) {
        return """
                {
                  "statement": "%s", "productLine": "cash-management", "geography": "CZ", "owner": "%s",
                  "unit": "kEUR fee income a year",
                  "history": {"value": "100", "on": "2025-01-01"}, "baseline": {"value": "110", "on": "2026-01-01"},
                  "target": "%s", "direction": "INCREASE", "dataSource": "Monthly revenue report",
                  "startOn": "2026-01-01", "dueOn": "2026-12-31",
                  "milestones": [
                    {"title": "Offer", "dueOn": "2026-03-31"}, {"title": "Mandate", "dueOn": "2026-06-30"},
                    {"title": "Half of the accounts", "dueOn": "2026-09-30"}],
                  "budgetLine": "CM-2026", "resources": [{"kind": "PERSON", "name": "%s"}],
                  "justification": "The parent moves its pooling to us in May"
                }""".formatted(statement, manager, target, specialist);
    }
}
