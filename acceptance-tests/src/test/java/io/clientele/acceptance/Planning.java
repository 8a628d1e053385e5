package io.clientele.acceptance;

import static io.clientele.acceptance.RunningStack.ACCOUNT_PLAN;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;

/** The people around an account plan, and what each does. */
final class Planning {

    private static final String SPECIALIST = "specialist-1";

    private final RunningStack stack;
    private final String manager;
    private final String team;
    private final LocalDate from;

    Planning(RunningStack stack, String manager, String team, Instant now) {
        this.stack = stack;
        this.manager = manager;
        this.team = team;
        this.from = now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }

    String open(String client) {
        Response opened = Awaitility.await("the client reaches the account plans")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> manager()
                                .body("""
                                {"clientId":"%s","title":"A house bank for life","period":{"from":"%s","to":"%s"},
                                 "requiredProductLines":["cash-management"]}""".formatted(client, from, from.plusMonths(12)))
                                .post("/v1/account-plans"),
                        reply -> reply.statusCode() != 422);
        opened.then().statusCode(201);
        return opened.header("Location");
    }

    /** Adds an objective that fails the SMART check, sees the submission refused, and takes the objective away. */
    void refusesToSubmitAVagueObjective(String plan) {
        String vague = manager()
                .body("{\"statement\":\"Improve the relationship\"}")
                .post(plan + "/objectives")
                .then()
                .statusCode(201)
                .body("smartCheck.passed", equalTo(false))
                .extract()
                .header("Location");
        command(manager(), plan, "submissions").then().statusCode(422).body("code", equalTo("smart-check-failed"));
        manager().header("If-Match", tag(vague)).delete(vague).then().statusCode(204);
    }

    /** Adds a priority as a careful client of the API does: the same key again until there is an answer. */
    void addPriorityUntilAnswered(String plan, String key) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> manager()
                                .header("Idempotency-Key", key)
                                .body("{\"title\":\"Priority " + key + "\",\"rank\":1}")
                                .post(plan + "/priorities")
                                .statusCode()
                        == 201);
    }

    List<String> priorities(String plan) {
        return manager()
                .queryParam("limit", 500)
                .get(plan + "/priorities")
                .jsonPath()
                .getList("items.title");
    }

    void addSoundObjective(String plan) {
        manager()
                .body("""
                        {"statement":"Win the payroll account of the household","productLine":"cash-management","geography":"CZ",
                         "owner":"%s","unit":"CZK fee income a year",
                         "history":{"value":"100","on":"%s"},"baseline":{"value":"110","on":"%s"},
                         "target":"130","direction":"INCREASE","dataSource":"Monthly revenue report",
                         "startOn":"%s","dueOn":"%s",
                         "milestones":[{"title":"Offer","dueOn":"%s"},{"title":"Mandate","dueOn":"%s"},{"title":"Half","dueOn":"%s"}],
                         "budgetLine":"CM-1994","resources":[{"kind":"PERSON","name":"%s"}],
                         "justification":"The employer moves its payroll to us"}""".formatted(
                                manager,
                                from.minusYears(1),
                                from,
                                from,
                                from.plusMonths(11),
                                from.plusMonths(2),
                                from.plusMonths(5),
                                from.plusMonths(8),
                                SPECIALIST))
                .post(plan + "/objectives")
                .then()
                .statusCode(201)
                .body("smartCheck.passed", equalTo(true));
    }

    void haveTheSpecialistSign(String plan) {
        String contribution = manager()
                .body("{\"productLine\":\"cash-management\",\"specialist\":\"" + SPECIALIST + "\"}")
                .post(plan + "/contributions")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        specialist()
                .header("If-Match", tag(contribution))
                .body("{\"proposal\":\"Payroll account without fee in the first year\"}")
                .put(contribution + "/section")
                .then()
                .statusCode(200);
        command(specialist(), contribution, "sign-offs").then().statusCode(201).body("state", equalTo("SIGNED_OFF"));
    }

    void submit(String plan) {
        command(manager(), plan, "submissions").then().statusCode(201);
    }

    /** Who submitted cannot approve; the team's leader can. */
    void approve(String plan) {
        command(
                        stack.as(ACCOUNT_PLAN, "team-leader", manager, "--team", team)
                                .contentType("application/json"),
                        plan,
                        "approvals")
                .then()
                .statusCode(403)
                .body("code", equalTo("four-eyes"));
        command(
                        stack.as(ACCOUNT_PLAN, "team-leader", "leader-1", "--team", team)
                                .contentType("application/json"),
                        plan,
                        "approvals")
                .then()
                .statusCode(201);
    }

    /** The document of the plan, as a packaged service makes it. */
    byte[] asPdf(String plan) {
        return stack.as(ACCOUNT_PLAN, "relationship-manager", manager)
                .accept("application/pdf")
                .get(plan + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private RequestSpecification manager() {
        return stack.as(ACCOUNT_PLAN, "relationship-manager", manager).contentType("application/json");
    }

    private RequestSpecification specialist() {
        return stack.as(ACCOUNT_PLAN, "product-specialist", SPECIALIST).contentType("application/json");
    }

    private Response command(RequestSpecification caller, String path, String command) {
        return caller.header("If-Match", tag(path))
                .body("{\"comment\":\"as agreed\"}")
                .post(path + "/" + command);
    }

    private String tag(String path) {
        return manager().get(path).then().statusCode(200).extract().header("ETag");
    }
}
