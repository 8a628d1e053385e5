package io.clientele.analytics.segments;

import static io.clientele.analytics.segments.SegmentsApi.as;
import static io.clientele.analytics.segments.SegmentsApi.author;
import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ComparisonsTest {

    /** Of this test alone. */
    private final String ours = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Facts facts;

    @Test
    void tellsWhomSegmentsShare() {
        facts.clients(List.of("o1-" + ours, "o2-" + ours, "o3-" + ours), null, "GOLD-" + ours);
        facts.clients(List.of("o4-" + ours), null, "SILVER-" + ours);
        String gold = inForce("Gold " + ours, tier("GOLD"));
        String both = inForce(
                "Gold and silver " + ours,
                "{'attribute':{'path':'tier','in':['GOLD-" + ours + "','SILVER-" + ours + "']}}");
        inForce("Silver " + ours, tier("SILVER"));

        author().get("/v1/segments/{id}/overlap", gold)
                .then()
                .statusCode(200)
                .body("members", equalTo(3))
                .body("others.segmentId", contains(both))
                .body("others[0].members", equalTo(4))
                .body("others[0].common", equalTo(3))
                .body("others[0].jaccard", equalTo(0.75f));
    }

    @Test
    void tellsWhatHangsOnASegmentBeforeItIsRetired() {
        facts.clients(List.of("i1-" + ours), null, "GOLD-" + ours);
        String base = inForce("A base " + ours, tier("GOLD"));
        String direct = inForce("B direct " + ours, "{'segment':{'id':'" + base + "'}}");
        String indirect = inForce("C indirect " + ours, "{'not':{'segment':{'id':'" + direct + "'}}}");

        author().get("/v1/segments/{id}/impact", base)
                .then()
                .statusCode(200)
                .body("members", equalTo(1))
                .body("dependents.segmentId", contains(direct, indirect))
                .body("dependents.direct", contains(true, false));
        author().get("/v1/segments/{id}/impact", indirect)
                .then()
                .statusCode(200)
                .body("dependents", empty());
        SegmentsApi.retire(indirect);
    }

    @Test
    void comparesForWhoSeesEveryClientOnly() {
        String segment = inForce("Managers " + ours, tier("GOLD"));

        as("rm-1", Roles.RELATIONSHIP_MANAGER)
                .get("/v1/segments/{id}/overlap", segment)
                .then()
                .statusCode(403);
    }

    @Test
    void aPreviewTellsWhomItSharesAndWhoMayNotBeContacted() {
        facts.clients(List.of("p1-" + ours, "p2-" + ours, "p3-" + ours), null, "PREVIEW-" + ours);
        String other = inForce("Other " + ours, tier("PREVIEW"));
        as("agent", Roles.SERVICE_AGENT)
                .body("{\"purpose\":\"offers\",\"decision\":\"GIVEN\",\"source\":\"BRANCH\"}")
                .post("/v1/clients/{id}/consents", "p1-" + ours)
                .then()
                .statusCode(201);

        author().body(("{'rule':" + tier("PREVIEW") + ",'contact':{'purpose':'offers'}}").replace('\'', '"'))
                .post("/v1/segments/previews")
                .then()
                .statusCode(200)
                .body("members", equalTo(3))
                .body("excluded", equalTo(2))
                .body("overlap.segmentId", contains(other))
                .body("overlap.common", contains(3));
    }

    @Test
    void driftIsTheStabilityIndexOfTheMixOfMembers() {
        facts.clients(List.of("d1-" + ours, "d2-" + ours), null, "A-" + ours);
        String segment =
                inForce("Drifting " + ours, "{'attribute':{'path':'tier','in':['A-" + ours + "','B-" + ours + "']}}");
        String since = java.time.Instant.now().toString();

        author().get("/v1/segments/{id}/drift?by=tier&since=" + since, segment)
                .then()
                .statusCode(200)
                .body("band", equalTo("STABLE"))
                .body("psi", equalTo(0.0f));

        facts.clients(List.of("d3-" + ours, "d4-" + ours, "d5-" + ours, "d6-" + ours), null, "B-" + ours);
        SegmentsApi.awaitMembers(
                segment, "d1-" + ours, "d2-" + ours, "d3-" + ours, "d4-" + ours, "d5-" + ours, "d6-" + ours);

        author().get("/v1/segments/{id}/drift?by=tier&since=" + since, segment)
                .then()
                .body("band", equalTo("MAJOR"))
                .body("groups.before", contains(2, 0))
                .body("groups.now", contains(2, 4));
        author().get("/v1/segments/{id}/drift?by=name", segment)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-parameter"));
    }

    private String tier(String tier) {
        return "{'attribute':{'path':'tier','eq':'" + tier + "-" + ours + "'}}";
    }
}
