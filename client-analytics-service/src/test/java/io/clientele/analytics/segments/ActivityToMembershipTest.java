package io.clientele.analytics.segments;

import static io.clientele.analytics.segments.SegmentsApi.awaitMembers;
import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.analytics.Api;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the bank's system to membership, through the real topic and sink. */
@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ActivityToMembershipTest {

    @Inject
    Facts facts;

    @Inject
    Clock clock;

    @Test
    void anActivitySentToTheApiMovesTheClientInOnceHoweverOftenItIsSent() {
        String category = "CATEGORY-" + UUID.randomUUID();
        String client = Api.registered("rm-x", "team-x");
        String id = inForce(
                "Sent " + category,
                "{'events':{'type':'transaction','where':{'attribute':{'path':'category','eq':'" + category
                        + "'}},'agg':'count','window':{'last':'P1D'},'eq':1}}");

        for (int i = 0; i < 3; i++) {
            Api.asCore()
                    .contentType(ContentType.JSON)
                    .body("""
                            {"items":[{"sourceId":"%s-1","clientId":"%s","type":"transaction","occurredAt":"%s",
                            "data":{"amount":"10.00","currency":"EUR","direction":"DEBIT","category":"%s"}}]}""".formatted(category, client, clock.instant().truncatedTo(ChronoUnit.SECONDS), category))
                    .post("/v1/activities")
                    .then()
                    .statusCode(202);
        }

        awaitMembers(id, client);
        await().during(Duration.ofMillis(500))
                .until(() -> SegmentsApi.members(id).size() == 1);
        assertThat(facts.count("SELECT count(*) FROM segment_membership WHERE segment_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void anImportedActivityMovesTheClientInAndTheSearchFindsTheMember() {
        String category = "CATEGORY-" + UUID.randomUUID();
        String client = Api.registered("rm-x", "team-x");
        String other = Api.registered("rm-x", "team-x");
        String id = inForce(
                "Imported " + category,
                "{'events':{'type':'transaction','where':{'attribute':{'path':'category','eq':'" + category
                        + "'}},'agg':'count','window':{'last':'P1D'},'gte':1}}");

        Api.imported("activities", "application/x-ndjson", """
                {"sourceId":"%s-1","clientId":"%s","type":"transaction","occurredAt":"%s",\
                "data":{"amount":"10.00","currency":"EUR","direction":"DEBIT","category":"%s"}}""".formatted(
                        category, client, clock.instant().truncatedTo(ChronoUnit.SECONDS), category));

        awaitMembers(id, client);
        Api.asCore()
                .queryParams("segment", id, "manager", "rm-x")
                .get("/v1/clients")
                .then()
                .statusCode(200)
                .body("items.id", org.hamcrest.Matchers.contains(client));
        Api.asManager("rm-x")
                .queryParam("segment", id)
                .get("/v1/clients")
                .then()
                .body("items.id", org.hamcrest.Matchers.contains(client));
        Api.asManager("rm-another")
                .queryParam("segment", id)
                .get("/v1/clients")
                .then()
                .body("items", org.hamcrest.Matchers.empty());
        Api.asCore().queryParam("segment", "gold").get("/v1/clients").then().statusCode(400);
        assertThat(other).isNotEqualTo(client);
    }
}
