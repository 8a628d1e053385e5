package io.clientele.analytics.segments;

import static io.clientele.analytics.segments.SegmentsApi.as;
import static io.clientele.analytics.segments.SegmentsApi.author;
import static io.clientele.analytics.segments.SegmentsApi.awaitMembers;
import static io.clientele.analytics.segments.SegmentsApi.explanation;
import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static io.clientele.analytics.segments.SegmentsApi.members;
import static io.clientele.analytics.segments.SegmentsApi.nextInForce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.analytics.segments.Facts.Act;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class MembershipTest {

    private static final Instant NOW = Instant.parse("2030-03-01T12:00:00Z");
    private static final String TOPIC = "clientele.segments.v1";

    /** Of this test alone, so that no other test's clients match. */
    private final String type = "PAYMENT-" + UUID.randomUUID().toString().substring(0, 8);

    private final String above5000 = "{'events':{'type':'transaction','where':" + ours()
            + ",'agg':'sum','field':'amount','currency':'EUR'," + "'window':{'last':'P90D'},'gt':'5000'}}";

    @Inject
    Facts facts;

    @BeforeEach
    void setClock() {
        TestClock.set(NOW);
        await().until(() -> TestClock.now().isAfter(NOW.plusMillis(150)));
    }

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void anActivityMovesAClientInAndTimeMovesItOutOnTheSecond() {
        String client = client();
        String id = inForce("In and out " + type, above5000);
        assertThat(members(id)).isEmpty();
        Instant paidAt = NOW.minusSeconds(60);
        Instant leavesAt = Instant.parse("2030-05-30T10:59:00Z");

        try (TestConsumer consumer = TestConsumer.fromNow(TOPIC)) {
            facts.acts(List.of(paid(client, "5000.01", paidAt)));
            awaitMembers(id, client);
            TestClock.set(leavesAt.minusSeconds(3));
            await().until(() -> TestClock.now().isAfter(leavesAt.minusSeconds(1)));
            assertThat(TestClock.now()).isBefore(leavesAt);
            assertThat(members(id)).containsExactly(client);
            await().until(() -> !TestClock.now().isBefore(leavesAt));
            awaitMembers(id);

            List<Received> moves =
                    consumer.awaitAtLeast(2, received -> received.subject().equals(client));
            assertThat(moves)
                    .extracting(Received::type)
                    .containsExactly(
                            "io.clientele.segments.segment.entered.v1", "io.clientele.segments.segment.left.v1");
            assertThat(moves).extracting(Received::sequence).containsExactly(1L, 2L);
            EventSchemas.assertValid(moves);
        }
        author().get("/v1/segments/{id}/members/{client}/history", id, client)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].enteredCause", equalTo("ACTIVITY"))
                .body("items[0].leftCause", equalTo("TIME"))
                .body("items[0].leftAt", equalTo(leavesAt.toString()));
    }

    @Test
    void aClockThatJumpsLeavesTheHistoryItWouldHaveHad() {
        String client = client();
        String id = inForce("Jump " + type, above5000);

        facts.acts(List.of(
                paid(client, "6000", NOW.minus(Duration.ofDays(89))),
                paid(client, "6000", NOW.plus(Duration.ofDays(10)))));
        awaitMembers(id, client);
        TestClock.set(NOW.plus(Duration.ofDays(400)));
        awaitMembers(id);

        author().get("/v1/segments/{id}/members/{client}/history", id, client)
                .then()
                .body("items", hasSize(2))
                .body("items[1].leftAt", equalTo(NOW.plus(Duration.ofDays(1)).toString()))
                .body(
                        "items[0].enteredAt",
                        equalTo(NOW.plus(Duration.ofDays(10)).toString()))
                .body("items[0].enteredCause", equalTo("TIME"))
                .body("items[0].leftCause", equalTo("TIME"));
    }

    @Test
    void aRecordChangeMovesAClientInAndOut() {
        String client = client();
        String id = inForce("Record " + type, "{'attribute':{'path':'tier','eq':'" + type + "'}}");

        facts.clients(List.of(client), null, type);
        awaitMembers(id, client);
        facts.clients(List.of(client), null, "SILVER");
        awaitMembers(id);

        author().get("/v1/segments/{id}/members/{client}/history", id, client)
                .then()
                .body("items[0].enteredCause", equalTo("RECORD_CHANGE"))
                .body("items[0].leftCause", equalTo("RECORD_CHANGE"));
    }

    @Test
    void whatIsDeliveredAgainMovesNobody() {
        String client = client();
        String id = inForce("Again " + type, above5000);
        List<Act> acts = List.of(paid(client, "3000", NOW.minusSeconds(1)));
        facts.acts(acts);
        facts.acts(acts);
        facts.tellAgain(acts);
        facts.acts(List.of(paid(client, "2000.01", NOW.minusSeconds(1))));
        awaitMembers(id, client);

        facts.tellAgain(acts);
        facts.acts(acts);
        awaitNoMarks();

        assertThat(stays(id)).isEqualTo(1);
        assertThat(events(client)).isEqualTo(1);
    }

    @Test
    void manyAtOnceMoveAClientOnce() {
        List<String> clients =
                IntStream.range(0, 20).mapToObj(i -> client()).sorted().toList();
        String id = inForce("At once " + type, above5000);

        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 10; i++) {
                    facts.acts(clients.stream()
                            .map(client -> paid(client, "100", NOW.minusSeconds(1)))
                            .toList());
                }
            }));
        }
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });

        awaitMembers(id, clients.toArray(String[]::new));
        awaitNoMarks();
        assertThat(stays(id)).isEqualTo(20);
        assertThat(clients).allSatisfy(client -> assertThat(events(client)).isEqualTo(1));
    }

    @Test
    void anEditMovesOutWhoNoLongerMatchesAndInWhoDoes() {
        String rich = client();
        String modest = client();
        facts.acts(List.of(paid(rich, "6000", NOW.minusSeconds(5)), paid(modest, "100", NOW.minusSeconds(5))));
        String id = inForce("Edit " + type, above5000);
        assertThat(members(id)).containsExactly(rich);

        nextInForce(id, 2, above5000.replace("'gt':'5000'", "'lte':'5000'").replace("'sum'", "'max'"));

        awaitMembers(id, modest);
        author().get("/v1/segments/{id}/members/{client}/history", id, rich)
                .then()
                .body("items[0].enteredVersion", equalTo(1))
                .body("items[0].leftVersion", equalTo(2))
                .body("items[0].leftCause", equalTo("RULE_CHANGE"));
        author().get("/v1/segments/{id}/calculation", id)
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("version", equalTo(2))
                .body("entered", equalTo(1))
                .body("left", equalTo(1));
    }

    @Test
    void aMoveIsFeltBySegmentsThatReferToIt() {
        String client = client();
        String base = inForce("Base " + type, above5000);
        String tier = "{'attribute':{'path':'tier','exists':true}}";
        String others = inForce(
                "Not base " + type,
                "{'and':[" + tier + ",{'events':{'type':'transaction','where':" + ours()
                        + ",'agg':'count','gte':1}},{'not':{'segment':{'id':'" + base + "'}}}]}");
        facts.clients(List.of(client), null, "X");
        facts.acts(List.of(paid(client, "10", NOW.minusSeconds(5))));
        awaitMembers(others, client);

        facts.acts(List.of(paid(client, "6000", NOW.minusSeconds(4))));
        awaitMembers(base, client);
        awaitMembers(others);
        TestClock.set(NOW.plus(Duration.ofDays(120)));
        awaitMembers(base);

        awaitMembers(others, client);
        author().get("/v1/segments/{id}/members/{client}/history", others, client)
                .then()
                .body("items[0].enteredCause", equalTo("REFERENCE_CHANGE"));
    }

    @Test
    void anAmountWithoutARateIsAnErrorThatIsSeen() {
        String client = client();
        String id = inForce("Currency " + type, above5000);
        facts.acts(List.of(paid(client, "6000", NOW.minusSeconds(5))));
        awaitMembers(id, client);

        String source = source();
        facts.acts(List.of(new Act(
                source,
                client,
                "transaction",
                NOW.minusSeconds(4),
                "{'amount':'1','currency':'CZK','category':'" + type + "'}")));

        await().untilAsserted(() -> author().get("/v1/segments/{id}/calculation", id)
                .then()
                .body("undetermined", equalTo(1))
                .body("lastError", startsWith("activity " + source + " is in CZK and there is no rate to EUR for ")));
        assertThat(members(id)).containsExactly(client);
        explanation(id, client)
                .then()
                .statusCode(200)
                .body("verdict", equalTo("UNDETERMINED"))
                .body(
                        "reasons.error",
                        startsWith("activity " + source + " is in CZK and there is no rate to EUR for "));
    }

    @Test
    void explainsTodayAndAPastDate() {
        String client = client();
        facts.acts(List.of(paid(client, "6000", NOW.minusSeconds(5))));
        String id =
                inForce("Explained " + type, "{'and':[{'attribute':{'path':'type','eq':'PERSON'}}," + above5000 + "]}");
        Instant whileMember = TestClock.now();
        TestClock.set(NOW.plus(Duration.ofDays(120)));
        awaitMembers(id);

        explanation(id, client)
                .then()
                .body("verdict", equalTo("FAILS"))
                .body("member", equalTo(false))
                .body("reasons.parts[1].actual", equalTo("0"));
        author().queryParam("asOf", whileMember.toString())
                .get("/v1/segments/{id}/members/{client}/explanation", id, client)
                .then()
                .statusCode(200)
                .body("verdict", equalTo("HOLDS"))
                .body("member", equalTo(true))
                .body("version", equalTo(1))
                .body("reasons.pointer", equalTo("/rule/and"))
                .body("reasons.parts[0].pointer", equalTo("/rule/and/0/attribute"))
                .body("reasons.parts[0].actual", equalTo("PERSON"))
                .body("reasons.parts[1].pointer", equalTo("/rule/and/1/events"))
                .body("reasons.parts[1].actual", equalTo("6000"))
                .body("reasons.parts[1].activitiesUsed", equalTo(1))
                .body("reasons.parts[1].activities[0].value", equalTo("6000"))
                .body("reasons.parts[1].changesAt", equalTo("2030-05-30T10:59:55Z"));
        author().queryParam("asOf", "2029-01-01T00:00:00Z")
                .get("/v1/segments/{id}/members/{client}/explanation", id, client)
                .then()
                .statusCode(409)
                .body("code", equalTo("segment-not-in-force"));
    }

    @Test
    void aManagerSeesOwnClientsOnly() {
        String own = "own-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        facts.clients(List.of(own), "rm-" + type, type);
        facts.clients(List.of(other), "rm-else", type);
        String id = inForce("Scope " + type, "{'attribute':{'path':'tier','eq':'" + type + "'}}");
        assertThat(members(id)).containsExactlyInAnyOrder(own, other);

        as("rm-" + type, Roles.RELATIONSHIP_MANAGER)
                .get("/v1/segments/{id}/members", id)
                .then()
                .statusCode(200)
                .body("items.clientId", equalTo(List.of(own)))
                .body("next", nullValue());
        for (String path : List.of("history", "explanation")) {
            as("rm-" + type, Roles.RELATIONSHIP_MANAGER)
                    .get("/v1/segments/{id}/members/{client}/" + path, id, own)
                    .then()
                    .statusCode(200);
            as("rm-" + type, Roles.RELATIONSHIP_MANAGER)
                    .get("/v1/segments/{id}/members/{client}/" + path, id, other)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void previewsEverybodyWithoutKeepingAnything() {
        String rich = client();
        client();
        facts.acts(List.of(paid(rich, "6000", NOW.minusSeconds(5))));

        author().body(("{'rule':" + above5000 + "}").replace('\'', '"'))
                .post("/v1/segments/previews")
                .then()
                .statusCode(200)
                .body("members", equalTo(1))
                .body("undetermined", equalTo(0))
                .body("sample", equalTo(List.of(rich)));
        author().body(("{'rule':" + above5000 + ",'asOf':'2030-02-01T00:00:00Z','sampleSize':0}").replace('\'', '"'))
                .post("/v1/segments/previews")
                .then()
                .statusCode(200)
                .body("members", equalTo(0))
                .body("asOf", equalTo("2030-02-01T00:00:00Z"));
    }

    private String client() {
        String id = "m-" + UUID.randomUUID();
        facts.clients(List.of(id), null, null);
        return id;
    }

    private String ours() {
        return "{'attribute':{'path':'category','eq':'" + type + "'}}";
    }

    private Act paid(String client, String amount, Instant at) {
        return new Act(
                source(),
                client,
                "transaction",
                at,
                "{'amount':'" + amount + "','currency':'EUR','category':'" + type + "'}");
    }

    private static String source() {
        return UUID.randomUUID().toString();
    }

    private void awaitNoMarks() {
        await().atMost(Duration.ofSeconds(20)).until(() -> facts.count("SELECT count(*) FROM segment_mark") == 0);
    }

    private long stays(String id) {
        return facts.count("SELECT count(*) FROM segment_membership WHERE segment_id = '" + id + "'");
    }

    private long events(String client) {
        return facts.count(
                "SELECT count(*) FROM outbox WHERE aggregatetype = 'clientele.segments.v1' AND aggregateid = '" + client
                        + "'");
    }
}
