package io.clientele.loyalty.member;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.as;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.clientele.contracts.Topics;
import io.clientele.contracts.segments.MembershipCause;
import io.clientele.contracts.segments.SegmentEntered;
import io.clientele.contracts.segments.SegmentLeft;
import io.clientele.loyalty.segment.SegmentMembers;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.TestConsumer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@LoyaltyTest
class MembersTest {

    @Inject
    Bank bank;

    @Inject
    SegmentMembers segments;

    @Test
    void enrolsAKnownClientOnce() {
        String programme = activeProgramme();
        String client = bank.client();
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            String member = enrolled(programme, client);

            operator()
                    .get(member)
                    .then()
                    .statusCode(200)
                    .body("clientId", equalTo(client))
                    .body("state", equalTo("ACTIVE"));
            operator()
                    .body(Map.of("clientId", client))
                    .post("/v1/loyalty-programmes/" + programme + "/members")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("already-member"));
            Received enrolled = subscriber.await(
                    "io.clientele.loyalty.member.enrolled.v1", member.substring(member.lastIndexOf('/') + 1));
            EventSchemas.assertValid(List.of(enrolled));
        }
    }

    @Test
    void refusesAClientNobodyKnows() {
        operator()
                .body(Map.of("clientId", "nobody-" + UUID.randomUUID()))
                .post("/v1/loyalty-programmes/" + activeProgramme() + "/members")
                .then()
                .statusCode(422)
                .body("code", equalTo("client-unknown"));
    }

    @Test
    void enrolsTheClientsOfASegment() {
        String programme = activeProgramme();
        UUID segment = UUID.randomUUID();
        String inside = bank.client();
        String alreadyMember = bank.client();
        String gone = bank.client();
        enrolled(programme, alreadyMember);
        List.of(inside, alreadyMember, gone, "unknown-" + segment).forEach(client -> entered(segment, client, 1));
        left(segment, gone, 2);
        entered(segment, gone, 1);

        Response taken = operator()
                .body(Map.of("segmentId", segment.toString()))
                .post("/v1/loyalty-programmes/" + programme + "/members/batches");

        taken.then().statusCode(202).body("clients", equalTo(3));
        String batch = taken.header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> operator()
                        .get(batch)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("COMPLETED"))
                        .body("enrolled", equalTo(1))
                        .body("alreadyMembers", equalTo(1))
                        .body("unknownClients", equalTo(1)));
        operator()
                .queryParam("outcome", "ENROLLED")
                .get(batch + "/clients")
                .then()
                .body("items.clientId", equalTo(List.of(inside)));
        operator()
                .queryParam("client", inside)
                .get("/v1/loyalty-programmes/" + programme + "/members")
                .then()
                .body("items[0].segmentId", equalTo(segment.toString()));
    }

    @Test
    void suspendsResumesAndLetsGo() {
        String member = enrolled(activeProgramme(), bank.client());
        String tag = operator().get(member).header("ETag");

        Map<String, String> why = Map.of("reason", "case 4711");
        tag = operator()
                .header("If-Match", tag)
                .body(why)
                .post(member + "/suspensions")
                .header("ETag");
        operator().get(member).then().body("state", equalTo("SUSPENDED"));
        tag = operator()
                .header("If-Match", tag)
                .body(why)
                .post(member + "/resumptions")
                .header("ETag");
        tag = operator().header("If-Match", tag).post(member + "/departures").header("ETag");

        operator().get(member).then().body("state", equalTo("LEFT"));
        operator()
                .header("If-Match", tag)
                .post(member + "/departures")
                .then()
                .statusCode(409)
                .body("code", equalTo("member-left"));
        operator()
                .get(member + "/states")
                .then()
                .body("state", equalTo(List.of("ACTIVE", "SUSPENDED", "ACTIVE", "LEFT")))
                .body("reason[1]", equalTo("case 4711"));
    }

    @Test
    void hidesMembersOutsideTheCallersScope() {
        String programme = activeProgramme();
        String own = bank.clientOf("rita");
        String other = bank.clientOf("robert");
        String ownMember = enrolled(programme, own);
        String otherMember = enrolled(programme, other);
        String members = "/v1/loyalty-programmes/" + programme + "/members";

        as("rita", Roles.RELATIONSHIP_MANAGER)
                .get(members)
                .then()
                .statusCode(200)
                .body("items.clientId", equalTo(List.of(own)));
        as("rita", Roles.RELATIONSHIP_MANAGER).get(otherMember).then().statusCode(404);
        as("rita", Roles.RELATIONSHIP_MANAGER).get(ownMember).then().statusCode(200);
        Bank.client(own).get(members).then().statusCode(200).body("items.clientId", equalTo(List.of(own)));
        Bank.client(own).get(ownMember + "/balance").then().statusCode(200);
        Bank.client(own).get(otherMember + "/balance").then().statusCode(404);
        as("anna", Roles.AUDITOR).get(members).then().body("items.size()", equalTo(2));
    }

    @Test
    void letsAServiceAgentSeeOneClientAtATime() {
        String programme = activeProgramme();
        String client = bank.client();
        enrolled(programme, client);
        String members = "/v1/loyalty-programmes/" + programme + "/members";

        as("sarah", Roles.SERVICE_AGENT).get(members).then().statusCode(403).body("code", equalTo("client-required"));
        as("sarah", Roles.SERVICE_AGENT)
                .queryParam("client", client)
                .get(members)
                .then()
                .statusCode(200)
                .body("items.clientId", equalTo(List.of(client)));
    }

    @Test
    void letsAClientEnrolInPersonButNobodyElse() {
        String programme = activeProgramme();
        String self = bank.client();
        String somebodyElse = bank.client();
        String members = "/v1/loyalty-programmes/" + programme + "/members";

        Bank.client(self).body(Map.of("clientId", self)).post(members).then().statusCode(201);
        Bank.client(self)
                .body(Map.of("clientId", somebodyElse))
                .post(members)
                .then()
                .statusCode(422)
                .body("code", equalTo("client-unknown"));
        operator().get(members).then().body("items.clientId", not(hasItem(somebodyElse)));
    }

    @Test
    void showsPagesThatHoldTheirFilters() {
        String programme = activeProgramme();
        for (int i = 0; i < 3; i++) {
            enrolled(programme, bank.client());
        }
        String members = "/v1/loyalty-programmes/" + programme + "/members";

        Response first =
                operator().queryParam("limit", 2).queryParam("state", "ACTIVE").get(members);
        Response second = operator()
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(members);

        assertThat(first.<List<String>>path("items.id")).hasSize(2);
        assertThat(second.<List<String>>path("items.id"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.path("items.id"));
    }

    private void entered(UUID segment, String client, long sequence) {
        inBackground(() -> segments.apply(
                new SegmentEntered(client, segment, "s", 1, Instant.now(), MembershipCause.ACTIVITY, "/"), sequence));
    }

    private void left(UUID segment, String client, long sequence) {
        inBackground(() -> segments.apply(
                new SegmentLeft(client, segment, "s", 1, Instant.now(), MembershipCause.TIME, "/"), sequence));
    }

    private static void inBackground(Runnable task) {
        Work.of("test").run(() -> QuarkusTransaction.requiringNew().run(task));
    }
}
