package io.clientele.analytics.segments;

import static io.clientele.analytics.segments.SegmentsApi.approver;
import static io.clientele.analytics.segments.SegmentsApi.as;
import static io.clientele.analytics.segments.SegmentsApi.author;
import static io.clientele.analytics.segments.SegmentsApi.awaitCalculation;
import static io.clientele.analytics.segments.SegmentsApi.body;
import static io.clientele.analytics.segments.SegmentsApi.drafted;
import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static io.clientele.analytics.segments.SegmentsApi.members;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class SegmentGovernanceTest {

    private static final String PLATINUM = "{'attribute':{'path':'tier','eq':'PLATINUM-GOVERNANCE'}}";

    @Inject
    Facts facts;

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void draftsNeedASecondPersonToTakeEffect() {
        String name = unique();
        String id = drafted(name, PLATINUM);
        author().header("If-Match", "\"0\"")
                .post("/v1/segments/{id}/versions/1/reviews", id)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("IN_REVIEW"));

        author().header("If-Match", "\"1\"")
                .post("/v1/segments/{id}/versions/1/approvals", id)
                .then()
                .statusCode(403)
                .body("code", equalTo("four-eyes"));

        approver()
                .header("If-Match", "\"1\"")
                .post("/v1/segments/{id}/versions/1/approvals", id)
                .then()
                .statusCode(201)
                .body("state", equalTo("ACTIVE"))
                .body("approvedBy", equalTo(SegmentsApi.APPROVER))
                .body("activeFrom", notNullValue());
        author().get("/v1/segments/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("activeVersion", equalTo(1));
    }

    @Test
    void whoeverChangedADraftSharesInMakingIt() {
        String id = drafted(unique(), PLATINUM);
        approver()
                .header("If-Match", "*")
                .body(("{'rule':" + PLATINUM + "}").replace('\'', '"'))
                .put("/v1/segments/{id}/versions/1", id)
                .then()
                .statusCode(200);
        author().header("If-Match", "*").post("/v1/segments/{id}/versions/1/reviews", id);

        approver()
                .header("If-Match", "*")
                .post("/v1/segments/{id}/versions/1/approvals", id)
                .then()
                .statusCode(403)
                .body("code", equalTo("four-eyes"));
        as("programme-manager-dvorak", Roles.PROGRAMME_MANAGER)
                .header("If-Match", "*")
                .post("/v1/segments/{id}/versions/1/approvals", id)
                .then()
                .statusCode(201);
    }

    @Test
    void aRejectedVersionIsADraftAgainAndSaysWhy() {
        String id = drafted(unique(), PLATINUM);
        author().header("If-Match", "*").post("/v1/segments/{id}/versions/1/reviews", id);

        approver()
                .header("If-Match", "*")
                .body("{\"reason\":\"Too wide.\"}")
                .post("/v1/segments/{id}/versions/1/rejections", id)
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("rejection", equalTo("Too wide."))
                .body("rejectedBy", equalTo(SegmentsApi.APPROVER));
        approver()
                .header("If-Match", "*")
                .post("/v1/segments/{id}/versions/1/approvals", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("segment-version-state"));
    }

    @Test
    void aBadRuleIsRefusedWithAPointerToTheNode() {
        author().body(body(unique(), "{'and':[" + PLATINUM + ",{'quantile':{'top':5}}]}"))
                .post("/v1/segments")
                .then()
                .statusCode(422)
                .body("code", equalTo("segment-rule-invalid"))
                .body("errors[0].pointer", equalTo("/rule/and/1/quantile"))
                .body("errors[0].detail", containsString("allowed are and, or, not, attribute, events, absence"));
    }

    @Test
    void aRuleComesBackInCanonicalForm() {
        String id = drafted(
                unique(),
                "{'events':{'gt':5000.00,'agg':'sum','type':'transaction','field':'amount','window':{'last':'P2W'}}}");

        author().get("/v1/segments/{id}/versions/1", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("rule.events.gt", equalTo("5000"))
                .body("rule.events.window.last", equalTo("P14D"));
    }

    @Test
    void changesNeedTheTagOfWhatWasRead() {
        String id = drafted(unique(), PLATINUM);
        author().post("/v1/segments/{id}/versions/1/reviews", id).then().statusCode(428);
        author().header("If-Match", "\"7\"")
                .post("/v1/segments/{id}/versions/1/reviews", id)
                .then()
                .statusCode(412);
        author().header("If-Match", "\"0\"")
                .body(("{'name':'" + unique() + "','description':'x'}").replace('\'', '"'))
                .put("/v1/segments/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void namesAreUniqueAndPostsRepeatable() {
        String name = unique();
        String key = UUID.randomUUID().toString();
        String id = author().header("Idempotency-Key", key)
                .body(body(name, PLATINUM))
                .post("/v1/segments")
                .jsonPath()
                .getString("id");

        author().header("Idempotency-Key", key)
                .body(body(name, PLATINUM))
                .post("/v1/segments")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
        author().body(body(name, PLATINUM))
                .post("/v1/segments")
                .then()
                .statusCode(409)
                .body("code", containsString("segment-name"));
    }

    @Test
    void oneVersionIsPreparedAtATime() {
        String id = inForce(unique(), PLATINUM);
        String next = ("{'rule':" + PLATINUM + "}").replace('\'', '"');
        author().body(next)
                .post("/v1/segments/{id}/versions", id)
                .then()
                .statusCode(201)
                .body("number", equalTo(2));

        author().body(next)
                .post("/v1/segments/{id}/versions", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("segment-version-in-preparation"));
        author().get("/v1/segments/{id}/versions", id)
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(2, 1)))
                .body("items.state", equalTo(List.of("DRAFT", "ACTIVE")));
    }

    @Test
    void anApprovedVersionWaitsForItsEffectiveDate() {
        TestClock.set(Instant.parse("2031-05-01T10:00:00Z"));
        await().until(() -> TestClock.now().isAfter(Instant.parse("2031-05-01T10:00:00.100Z")));
        String id = author().body(
                        ("{'name':'" + unique() + "','rule':" + PLATINUM + ",'effectiveFrom':'2031-05-02T00:00:00Z'}")
                                .replace('\'', '"'))
                .post("/v1/segments")
                .jsonPath()
                .getString("id");
        author().header("If-Match", "*").post("/v1/segments/{id}/versions/1/reviews", id);
        approver()
                .header("If-Match", "*")
                .post("/v1/segments/{id}/versions/1/approvals", id)
                .then()
                .statusCode(201)
                .body("state", equalTo("APPROVED"));
        author().get("/v1/segments/{id}", id).then().body("state", equalTo("DRAFT"));

        TestClock.set(Instant.parse("2031-05-02T00:00:00Z"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> author().get("/v1/segments/{id}", id)
                        .then()
                        .body("state", equalTo("ACTIVE"))
                        .body("activeVersion", equalTo(1)));
        awaitCalculation(id);
    }

    @Test
    void cyclesAreRefused() {
        String first = inForce(unique(), PLATINUM);
        String second = inForce(unique(), "{'not':{'segment':{'id':'" + first + "'}}}");

        author().body(("{'rule':{'or':[" + PLATINUM + ",{'segment':{'id':'" + second + "'}}]}}").replace('\'', '"'))
                .post("/v1/segments/{id}/versions", first)
                .then()
                .statusCode(422)
                .body("code", equalTo("segment-rule-invalid"))
                .body("errors[0].pointer", equalTo("/rule/or/1/segment/id"))
                .body("errors[0].detail", containsString("leads back"));
        author().body(body(unique(), "{'segment':{'id':'" + UUID.randomUUID() + "'}}"))
                .post("/v1/segments")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rule/segment/id"));
        author().header("If-Match", "*")
                .post("/v1/segments/{id}/retirements", first)
                .then()
                .statusCode(409)
                .body("code", equalTo("segment-in-use"));
        SegmentsApi.retire(second);
    }

    @Test
    void aSegmentInUseCanBeRetiredOnceNobodyRefersToIt() {
        facts.clients(List.of("governed-1"), null, "PLATINUM-RETIRED");
        String id = inForce(unique(), "{'attribute':{'path':'tier','eq':'PLATINUM-RETIRED'}}");
        Assertions.assertThat(members(id)).containsExactly("governed-1");

        try (TestConsumer consumer = TestConsumer.fromNow("clientele.segments.v1")) {
            SegmentsApi.retire(id);

            consumer.await("io.clientele.segments.segment.retired.v1", id);
            consumer.await(record -> record.type().equals("io.clientele.segments.segment.left.v1")
                    && record.subject().equals("governed-1"));
        }
        Assertions.assertThat(members(id)).isEmpty();
        author().get("/v1/segments/{id}", id)
                .then()
                .body("state", equalTo("RETIRED"))
                .body("activeVersion", nullValue());
        author().body(("{'rule':" + PLATINUM + "}").replace('\'', '"'))
                .post("/v1/segments/{id}/versions", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("segment-retired"));
    }

    @Test
    void segmentsAreListedByStateAndOnlyAnalystsWrite() {
        String id = drafted(unique(), PLATINUM);

        author().queryParam("state", "DRAFT")
                .queryParam("limit", 500)
                .get("/v1/segments")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        author().queryParam("state", "RETIRED")
                .queryParam("limit", 500)
                .get("/v1/segments")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        as("rm-novak", Roles.RELATIONSHIP_MANAGER)
                .body(body(unique(), PLATINUM))
                .post("/v1/segments")
                .then()
                .statusCode(403);
        as("rm-novak", Roles.RELATIONSHIP_MANAGER)
                .get("/v1/segments/{id}", id)
                .then()
                .statusCode(200);
        author().get("/v1/segments/{id}/calculation", id).then().statusCode(404);
    }

    private static String unique() {
        return "Segment " + UUID.randomUUID();
    }
}
