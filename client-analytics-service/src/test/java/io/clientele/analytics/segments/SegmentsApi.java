package io.clientele.analytics.segments;

import static org.awaitility.Awaitility.await;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What people do with segments, over HTTP. */
public final class SegmentsApi {

    static final String AUTHOR = "analyst-svoboda";
    static final String APPROVER = "analyst-horak";

    private SegmentsApi() {}

    static RequestSpecification as(String user, String role) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + TestTokens.signed(user, role))
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification author() {
        return as(AUTHOR, Roles.ANALYST);
    }

    static RequestSpecification approver() {
        return as(APPROVER, Roles.ANALYST);
    }

    /** Drafts a segment; the rule as JSON with single quotes. */
    static String drafted(String name, String rule) {
        Response response = author().body(body(name, rule)).post("/v1/segments");
        response.then().statusCode(201);
        return response.jsonPath().getString("id");
    }

    static String body(String name, String rule) {
        return ("{'name':'" + name + "','rule':" + rule + "}").replace('\'', '"');
    }

    /** Drafts a segment, has it approved, and waits until everybody is computed. */
    public static String inForce(String name, String rule) {
        String id = drafted(name, rule);
        approve(id, 1);
        return id;
    }

    /** Drafts the next version, has it approved, and waits until everybody is computed. */
    static void nextInForce(String id, int number, String rule) {
        author().body(("{'rule':" + rule + "}").replace('\'', '"'))
                .post("/v1/segments/{id}/versions", id)
                .then()
                .statusCode(201);
        approve(id, number);
    }

    private static void approve(String id, int number) {
        author().header("If-Match", "*")
                .post("/v1/segments/{id}/versions/{n}/reviews", id, number)
                .then()
                .statusCode(201);
        approver()
                .header("If-Match", "*")
                .post("/v1/segments/{id}/versions/{n}/approvals", id, number)
                .then()
                .statusCode(201);
        awaitCalculation(id);
    }

    static void retire(String id) {
        author().header("If-Match", "*")
                .post("/v1/segments/{id}/retirements", id)
                .then()
                .statusCode(201);
        awaitCalculation(id);
    }

    static void awaitCalculation(String id) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> author().get("/v1/segments/{id}/calculation", id)
                        .jsonPath()
                        .getString("state")
                        .equals("COMPLETED"));
    }

    /** The client numbers of all members, page by page. */
    public static List<String> members(String id) {
        List<String> members = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = author().queryParam("limit", 500);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            Response page = request.get("/v1/segments/{id}/members", id);
            page.then().statusCode(200);
            members.addAll(page.jsonPath().getList("items.clientId", String.class));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        return members;
    }

    static void awaitMembers(String id, String... expected) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> members(id), List.of(expected)::equals);
    }

    static Response explanation(String id, String client) {
        return author().get("/v1/segments/{id}/members/{client}/explanation", id, client);
    }
}
