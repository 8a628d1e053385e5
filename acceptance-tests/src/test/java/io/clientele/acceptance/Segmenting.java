package io.clientele.acceptance;

import static io.clientele.acceptance.RunningStack.CLIENT_ANALYTICS;
import static org.hamcrest.Matchers.lessThan;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Two analysts and a governed segment. */
final class Segmenting {

    private final RunningStack stack;

    Segmenting(RunningStack stack) {
        this.stack = stack;
    }

    /** Drafts a segment, submits it, and sees that who wrote it cannot approve it; returns its id. */
    String draftAndSubmit(String name, String rule) {
        Response drafted = analyst()
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"" + name + "\",\"rule\":" + rule + "}")
                .post("/v1/segments");
        drafted.then().statusCode(201);
        String segment = drafted.jsonPath().getString("id");
        command(analyst(), segment, "reviews").then().statusCode(lessThan(300));
        command(analyst(), segment, "approvals").then().statusCode(403);
        return segment;
    }

    /** The second analyst approves version 1. */
    void approve(String segment) {
        command(stack.as(CLIENT_ANALYTICS, "analyst", "analyst-2"), segment, "approvals")
                .then()
                .statusCode(lessThan(300));
    }

    /** Waits until every client is judged. */
    JsonPath calculated(String segment) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(
                        () -> analyst()
                                .get("/v1/segments/" + segment + "/calculation")
                                .jsonPath(),
                        seen -> "COMPLETED".equals(seen.getString("state")));
    }

    Set<String> members(String segment) {
        Set<String> members = new TreeSet<>();
        String cursor = null;
        do {
            var request = analyst().queryParam("limit", 500);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/segments/" + segment + "/members")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            members.addAll(page.getList("items.clientId"));
            cursor = page.getString("next");
        } while (cursor != null);
        return members;
    }

    RequestSpecification analyst() {
        return stack.as(CLIENT_ANALYTICS, "analyst", "analyst-1");
    }

    private Response command(RequestSpecification caller, String segment, String command) {
        String version = "/v1/segments/" + segment + "/versions/1";
        return caller.contentType("application/json")
                .header("If-Match", analyst().get(version).header("ETag"))
                .body("{}")
                .post(version + "/" + command);
    }
}
