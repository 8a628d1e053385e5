package io.clientele.analytics.lists;

import static io.clientele.analytics.segments.SegmentsApi.author;
import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static io.clientele.analytics.segments.SegmentsApi.members;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.analytics.Api;
import io.clientele.analytics.segments.Facts;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ListsAndPercentilesTest {

    /** Of this test alone. */
    private final String ours = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Facts facts;

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void anUploadPutsClientsInAndTheNextOneOut() {
        String first = client(1);
        String second = client(2);
        facts.clients(List.of(first, second), null, null);
        String list = list("Guests " + ours);
        String segment = inForce("On the list " + ours, "{'list':{'id':'" + list + "'}}");

        upload(list, "clientId,name\n" + first + ",x\n\n" + first + "\nnobody-" + ours + "\n")
                .statusCode(201)
                .body("number", equalTo(1))
                .body("lines", equalTo(3))
                .body("clients", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("rejected", equalTo(1));

        awaitMembers(segment, first);
        author().get("/v1/client-lists/{id}/versions/1/rejections", list).then().body("items.line", contains(3));
        author().get("/v1/client-lists/{id}/versions/1/clients", list).then().body("items.clientId", contains(first));

        upload(list, second).statusCode(201).body("number", equalTo(2));

        awaitMembers(segment, second);
        author().get("/v1/segments/{id}/members/{client}/history", segment, first)
                .then()
                .body("items.enteredCause", contains("REFERENCE_CHANGE"))
                .body("items.leftCause", contains("REFERENCE_CHANGE"));
        author().get("/v1/client-lists/{id}/versions", list).then().body("items.number", contains(2, 1));
        author().get("/v1/segments/{id}/members/{client}/explanation", segment, second)
                .then()
                .body("reasons.actual", equalTo(2));
    }

    @Test
    void anUploadIsWholeOrNotAtAll() {
        String list = list("Empty " + ours);

        upload(list, "clientId\n\n").statusCode(422).body("code", equalTo("list-empty"));

        author().get("/v1/client-lists/{id}", list).then().body("newestVersion", equalTo(0));
        author().get("/v1/client-lists/{id}/versions", list).then().body("items", hasSize(0));
    }

    @Test
    void aRuleNamesAListThereIs() {
        author().body(("{'rule':{'not':{'list':{'id':'" + UUID.randomUUID() + "'}}}}").replace('\'', '"'))
                .post("/v1/segments/previews")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/rule/not/list/id"));
    }

    @Test
    void theTopTenthOfAPeerGroupIsCutWhenTheRuleTakesEffectAndAgainBySchedule() {
        // peers are those of one branch: 21 clients who paid 1 to 21, so the quantile at 90 % is 19
        Instant now = Instant.parse("2035-02-01T12:00:00Z");
        TestClock.set(now);
        List<String> clients =
                IntStream.rangeClosed(1, 21).mapToObj(this::client).toList();
        clients.forEach(id -> Api.put(id, """
                {"type":"PERSON","name":"Client","branch":"%s"}""".formatted(ours)).then().statusCode(201));
        List<Facts.Act> acts = new ArrayList<>();
        for (int i = 1; i <= 21; i++) {
            acts.add(paid(client(i), i, now.minusSeconds(60)));
        }
        facts.acts(acts);
        String rule = "{'and':[{'attribute':{'path':'branch','eq':'" + ours + "'}},{'percentile':{'of':{'events':{"
                + "'type':'transaction','agg':'sum','field':'amount','currency':'EUR','window':{'last':'P30D'}}},"
                + "'within':'branch','top':'10'}}]}";

        author().body(("{'rule':" + rule + "}").replace('\'', '"'))
                .post("/v1/segments/previews")
                .then()
                .statusCode(200)
                .body("members", equalTo(3));
        String segment = inForce("Best payers " + ours, rule);

        awaitMembers(segment, client(19), client(20), client(21));
        author().get("/v1/segments/{id}/cut-points", segment)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].groups.find { it.name == '%s' }.cuts.'90'".formatted(ours), equalTo("19"))
                .body("items[0].groups.find { it.name == '%s' }.clients".formatted(ours), equalTo(21));

        facts.acts(List.of(paid(client(1), 100, now)));

        // the value moves at once, the cut points do not
        awaitMembers(segment, client(1), client(19), client(20), client(21));

        TestClock.set(now.plus(Duration.ofHours(24)).plusSeconds(60));

        // the quantile at 90 % of 2 to 21 and 101 is 20
        awaitMembers(segment, client(1), client(20), client(21));
        author().get("/v1/segments/{id}/cut-points", segment).then().body("items.number", contains(2, 1));
    }

    @Test
    void listsAreForThoseWhoSeeEveryClient() {
        Api.asManager("rm-1").get("/v1/client-lists").then().statusCode(403);
    }

    private Facts.Act paid(String client, int amount, Instant at) {
        return new Facts.Act(
                "pay-" + UUID.randomUUID(), client, "transaction", at, "{'amount':'" + amount + "','currency':'EUR'}");
    }

    private String client(int number) {
        return "list-%s-%02d".formatted(ours, number);
    }

    private static String list(String name) {
        return author().body("{\"name\":\"" + name + "\"}")
                .post("/v1/client-lists")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse upload(String list, String file) {
        return Api.as("analyst-svoboda", Roles.ANALYST)
                .contentType("text/csv")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/client-lists/{id}/versions", list)
                .then();
    }

    private static void awaitMembers(String segment, String... expected) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> members(segment), List.of(expected)::equals);
    }
}
