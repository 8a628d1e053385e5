package io.clientele.analytics.models;

import static io.clientele.analytics.segments.SegmentsApi.author;
import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static io.clientele.analytics.segments.SegmentsApi.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.analytics.Api;
import io.clientele.analytics.segments.Facts;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ModelsTest {

    private static final Instant DAY = Instant.parse("2005-06-30T12:00:00Z");

    /** Of this test alone. */
    private final String ours = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Facts facts;

    @Test
    void scoresAreATrialUntilASecondPersonApprovedAndThenMoveMembers() {
        pay(5);
        String model = draftedRfm();

        String trial = run("rfm-models", model, "{\"version\":1,\"asOf\":\"" + DAY + "\"}");
        analyst()
                .get("/v1/model-runs/{id}", trial)
                .then()
                .body("clients", equalTo(5))
                .body("inForceFrom", nullValue())
                .body("figures.segments.Best", equalTo(1))
                .body("figures.segments.Others", equalTo(4));
        analyst()
                .body("{}")
                .post("/v1/rfm-models/{id}/runs", model)
                .then()
                .statusCode(409)
                .body("code", equalTo("model-not-approved"));
        analyst()
                .header("If-Match", "*")
                .post("/v1/rfm-models/{id}/versions/1/approvals", model)
                .then()
                .statusCode(403)
                .body("code", equalTo("four-eyes"));
        approve("rfm-models", model);
        String segment = inForce("Best " + ours, "{'attribute':{'path':'models." + model + ".segment','eq':'Best'}}");
        assertThat(members(segment)).isEmpty();

        String run = run("rfm-models", model, "{\"asOf\":\"" + DAY + "\"}");

        awaitMembers(segment, client(5));
        analyst().get("/v1/model-runs/{id}", run).then().body("inForceFrom", notNullValue());
        author().get("/v1/clients/{id}/scores", client(5))
                .then()
                .statusCode(200)
                .body("items.scores.segment", contains("Best"))
                .body("items.scores.r", contains(5))
                .body("items.scores.recencyDays", contains(1))
                .body("items.scores.frequency", contains(5))
                .body("items.scores.monetary", contains("500"));
        analyst()
                .queryParam("score", "segment")
                .queryParam("value", "Best")
                .get("/v1/model-runs/{id}/scores", run)
                .then()
                .body("items.clientId", contains(client(5)));
        author().get("/v1/segments/{id}/members/{client}/history", segment, client(5))
                .then()
                .body("items.enteredCause", contains("REFERENCE_CHANGE"));
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOneInUseWhenApproved() {
        String model = draftedRfm();
        approve("rfm-models", model);
        analyst()
                .body(rfmDefinition())
                .post("/v1/rfm-models/{id}/versions", model)
                .then()
                .statusCode(201)
                .body("approvedVersion", equalTo(1))
                .body("versions.state", contains("DRAFT", "APPROVED"));

        Api.as("analyst-horak", Roles.ANALYST)
                .header("If-Match", "*")
                .post("/v1/rfm-models/{id}/versions/2/approvals", model)
                .then()
                .statusCode(201)
                .body("approvedVersion", equalTo(2))
                .body("versions.state", contains("APPROVED", "RETIRED"));
    }

    @Test
    void refusesADefinitionThatCannotBeRun() {
        analyst()
                .body(rfm(rfmDefinition().replace("\"amount\"", "\"amonut\"")))
                .post("/v1/rfm-models")
                .then()
                .statusCode(422)
                .body("code", equalTo("model-definition-invalid"))
                .body("errors.pointer", contains("/definition/activity/field"));
        analyst()
                .body(rfm(rfmDefinition().replace("\"to\":5", "\"to\":6")))
                .post("/v1/rfm-models")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/definition/segments/0/recency"));
        author().body(("{'rule':{'attribute':{'path':'models." + UUID.randomUUID() + ".segment','eq':'Best'}}}")
                        .replace('\'', '"'))
                .post("/v1/segments/previews")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/rule/attribute/path"));
    }

    @Test
    void clustersAreFoundReproduciblyNamedAndDescribed() {
        for (int i = 1; i <= 12; i++) {
            Api.put(client(i), """
                    {"type":"PERSON","name":"Client","attributes":{"x%s":%d,"y%s":%d}}""".formatted(ours, i % 2 == 0 ? 100 + i : i, ours, i % 2 == 0 ? 50 : 5))
                    .then()
                    .statusCode(201);
        }
        String model = analyst()
                .body("""
                        {"name":"Clusters %1$s","definition":{"seed":42,"fewest":2,"most":4,"features":[
                          {"name":"spend","value":{"field":"attributes.x%1$s"}},
                          {"name":"visits","value":{"field":"attributes.y%1$s"}}]}}""".formatted(ours))
                .post("/v1/clusterings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approve("clusterings", model);

        String first = run("clusterings", model, "{}");
        String second = run("clusterings", model, "{}");

        var figures = analyst().get("/v1/model-runs/{id}", first).then();
        figures.body("clients", equalTo(12))
                .body("figures.clusters", hasSize(2))
                .body("figures.clusters.profile.flatten().join(' ')", containsString("spend above average"));
        assertThat(figures.extract().jsonPath().getDouble("figures.silhouette"))
                .isGreaterThan(figures.extract().jsonPath().getDouble("figures.silhouetteOfRandomLabels"));
        assertThat(scores(second)).isEqualTo(scores(first)).hasSize(12);
    }

    private static List<String> scores(String run) {
        return analyst()
                .queryParam("limit", 500)
                .get("/v1/model-runs/{id}/scores", run)
                .jsonPath()
                .getList("items.collect { it.clientId + it.scores.cluster }", String.class);
    }

    /** Client i pays i times 100, the latest on the (6 - i)th day before. */
    private void pay(int clients) {
        List<String> ids = new ArrayList<>();
        List<Facts.Act> acts = new ArrayList<>();
        for (int i = 1; i <= clients; i++) {
            ids.add(client(i));
            for (int payment = 1; payment <= i; payment++) {
                acts.add(new Facts.Act(
                        "rfm-" + UUID.randomUUID(),
                        client(i),
                        "transaction",
                        DAY.minus(Duration.ofDays(6 - i)),
                        "{'amount':'100','currency':'EUR','category':'" + ours + "'}"));
            }
        }
        facts.clients(ids, null, null);
        facts.acts(acts);
    }

    private String draftedRfm() {
        return analyst()
                .body(rfm(rfmDefinition()))
                .post("/v1/rfm-models")
                .then()
                .statusCode(201)
                .body("approvedVersion", nullValue())
                .extract()
                .path("id");
    }

    private String rfm(String definition) {
        return "{\"name\":\"RFM " + UUID.randomUUID() + "\",\"definition\":" + definition + "}";
    }

    private String rfmDefinition() {
        return """
                {"activity":{"type":"transaction","where":{"attribute":{"path":"category","eq":"%s"}},"field":"amount","currency":"EUR"},
                 "bins":5,"segments":[{"name":"Best","recency":{"from":5,"to":5},"frequency":{"from":4,"to":5},"monetary":{"from":4,"to":5}}]}""".formatted(ours);
    }

    private static void approve(String kind, String model) {
        Api.as("analyst-horak", Roles.ANALYST)
                .header("If-Match", "*")
                .post("/v1/" + kind + "/{id}/versions/1/approvals", model)
                .then()
                .statusCode(201);
    }

    private static String run(String kind, String model, String body) {
        ValidatableResponse begun = analyst()
                .body(body)
                .post("/v1/" + kind + "/{id}/runs", model)
                .then()
                .statusCode(202);
        String run = begun.extract().path("id");
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        !analyst().get("/v1/model-runs/{id}", run).path("state").equals("RUNNING"));
        analyst().get("/v1/model-runs/{id}", run).then().body("state", equalTo("COMPLETED"));
        return run;
    }

    private static RequestSpecification analyst() {
        return Api.as("analyst-svoboda", Roles.ANALYST).contentType(ContentType.JSON);
    }

    private String client(int number) {
        return "model-%s-%02d".formatted(ours, number);
    }

    private static void awaitMembers(String segment, String... expected) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> members(segment), List.of(expected)::equals);
    }
}
