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

    private String tier(String tier) {
        return "{'attribute':{'path':'tier','eq':'" + tier + "-" + ours + "'}}";
    }
}
