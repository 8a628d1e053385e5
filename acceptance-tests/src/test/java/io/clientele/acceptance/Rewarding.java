package io.clientele.acceptance;

import static io.clientele.acceptance.RunningStack.LOYALTY;
import static org.hamcrest.Matchers.lessThan;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The loyalty team and its programme: a point per 100 CZK of household payments. */
final class Rewarding {

    private static final String TERMS = """
            {"name":"Household rewards %s","timeZone":"Europe/Prague","termsVersion":"1994-04",
             "currencies":[{"code":"POINTS","name":"Bonus points"}],
             "rules":[{"key":"household-payments","name":"A point per 100 CZK of household payments","currency":"POINTS",
               "activityType":"transaction","condition":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},
               "formula":{"type":"PER_AMOUNT_STEP","points":1,"step":{"amount":"100.00","currency":"CZK"},"rounding":"DOWN"},
               "expiry":{"type":"ROLLING","period":"P12M"}}]}""";

    private final RunningStack stack;
    private String programme = "";
    private String reward = "";

    Rewarding(RunningStack stack) {
        this.stack = stack;
    }

    /** Drafts the programme, sees that who drafted it cannot approve it, and has it approved; returns its id. */
    String activate() {
        Response drafted = operator()
                .contentType("application/json")
                .header("Idempotency-Key", key())
                .body(TERMS.formatted(UUID.randomUUID()))
                .post("/v1/loyalty-programmes");
        drafted.then().statusCode(201);
        programme = drafted.header("Location");
        command(operator(), "reviews").then().statusCode(lessThan(300));
        command(stack.as(LOYALTY, "loyalty-approver", "operator-1"), "approvals")
                .then()
                .statusCode(403);
        command(stack.as(LOYALTY, "loyalty-approver", "approver-1"), "approvals")
                .then()
                .statusCode(lessThan(300));
        return programme.substring(programme.lastIndexOf('/') + 1);
    }

    String state() {
        return operator().get(programme).jsonPath().getString("state");
    }

    /** Enrols a segment's members as far as the loyalty service knows them; returns the report of the batch. */
    JsonPath enrol(String segment) {
        Response batch = operator()
                .contentType("application/json")
                .header("Idempotency-Key", key())
                .body("{\"segmentId\":\"" + segment + "\"}")
                .post(programme + "/members/batches");
        batch.then().statusCode(202);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> operator().get(batch.header("Location")).jsonPath(),
                        seen -> "COMPLETED".equals(seen.getString("state")));
    }

    /** The id under which a client is a member. */
    String memberOf(String client) {
        return operator()
                .queryParam("client", client)
                .get(programme + "/members")
                .jsonPath()
                .getString("items[0].id");
    }

    Instant joined(String member) {
        return Instant.parse(
                operator().get(programme + "/members/" + member).jsonPath().getString("joinedAt"));
    }

    long balance(String member) {
        return operator()
                .get(programme + "/members/" + member + "/balance")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("available");
    }

    void awaitBalance(String member, long points) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> balance(member) == points);
    }

    /** Offers a coffee for one point. */
    void offerReward() {
        Response offered = operator()
                .contentType("application/json")
                .header("Idempotency-Key", key())
                .body("{\"name\":\"Coffee\",\"currency\":\"POINTS\",\"points\":1}")
                .post(programme + "/rewards");
        offered.then().statusCode(201);
        reward = offered.jsonPath().getString("id");
    }

    Response redeem(String member, String key) {
        return operator()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"rewardId\":\"" + reward + "\",\"quantity\":1}")
                .post(programme + "/members/" + member + "/redemptions");
    }

    /** Redeems as a careful client of the API does: the same key again until there is an answer. */
    void redeemUntilAnswered(String member, String key) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> redeem(member, key).statusCode() == 201);
    }

    /** Whether the balances, the entries and the open lots agree, and the chain of the journal is whole. */
    boolean ledgerAgrees() {
        return stack.as(LOYALTY, "auditor", "auditor-1")
                .get(programme + "/integrity")
                .jsonPath()
                .getBoolean("agrees");
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    private Response command(RequestSpecification caller, String command) {
        String tag = operator().get(programme).then().statusCode(200).extract().header("ETag");
        return caller.contentType("application/json")
                .header("If-Match", tag)
                .header("Idempotency-Key", key())
                .body("{}")
                .post(programme + "/" + command);
    }

    private RequestSpecification operator() {
        return stack.as(LOYALTY, "loyalty-operator", "operator-1");
    }
}
