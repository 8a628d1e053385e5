package io.clientele.analytics.consents;

import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static io.clientele.analytics.segments.SegmentsApi.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.analytics.Api;
import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ConsentsTest {

    private final String purpose = "p-" + UUID.randomUUID().toString().substring(0, 8);
    private String client = "";

    @BeforeEach
    void aClient() {
        client = Api.registered("rm-consents", "team-consents");
    }

    @Test
    void aWithdrawalActsInSegmentsAndOnSubscribersWithinTwoSeconds() {
        String segment =
                inForce("Consented " + purpose, "{'attribute':{'path':'consents." + purpose + "','eq':'GIVEN'}}");
        say("GIVEN", null, null).statusCode(201);
        await().atMost(Duration.ofSeconds(10)).until(() -> members(segment), List.of(client)::equals);

        try (TestConsumer events = TestConsumer.fromNow(Topics.CLIENTS)) {
            say("WITHDRAWN", null, null).statusCode(201);

            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> members(segment), List.of()::equals);
            List<Received> told = events.awaitAtLeast(
                    1, event -> event.subject().equals(client) && event.type().contains("withdrawn"));
            EventSchemas.assertValid(told);
            assertThat(told)
                    .singleElement()
                    .satisfies(event -> assertThat(event.value()).contains(purpose));
        }
    }

    @Test
    void theSameStatementAgainChangesAndTellsNothing() {
        try (TestConsumer events = TestConsumer.fromNow(Topics.CLIENTS)) {
            say("GIVEN", null, "1994-03-01T12:00:00Z").statusCode(201);
            say("GIVEN", null, "1994-03-01T12:00:00Z").statusCode(201).body("statements", hasSize(1));
            say("WITHDRAWN", null, "1994-02-01T12:00:00Z")
                    .statusCode(201)
                    .body("statements", hasSize(2))
                    .body("standing.decision", contains("GIVEN"));

            List<Received> told = events.awaitAtLeast(
                    2, event -> event.subject().equals(client) && event.type().contains("consent"));
            assertThat(told)
                    .extracting(Received::type)
                    .containsExactly(
                            "io.clientele.clients.consent.given.v1", "io.clientele.clients.consent.withdrawn.v1");
        }
    }

    @Test
    void aChannelIsRegisteredOnceAndDescribedAnewWithItsTag() {
        String code = "C" + purpose.substring(2).toUpperCase(java.util.Locale.ROOT);
        String body = """
                {"name":"E-mail","reaches":"mail server","feedback":"clicks","cap":{"contacts":2,"period":"P7D"},
                 "quietHours":{"from":"20:00","until":"08:00"},"coolDown":"PT24H","active":true}""";

        String tag = manager()
                .body(body)
                .put("/v1/channels/" + code)
                .then()
                .statusCode(201)
                .body("cap.period", equalTo("PT168H"))
                .extract()
                .header("ETag");
        manager().body(body).put("/v1/channels/" + code).then().statusCode(428);
        manager()
                .header("If-Match", tag)
                .body(body.replace("20:00", "21:00"))
                .put("/v1/channels/" + code)
                .then()
                .statusCode(200)
                .body("quietHours.from", equalTo("21:00"));
        manager()
                .body(body.replace("\"reaches\":\"mail server\",\"feedback\":\"clicks\",", ""))
                .put("/v1/channels/" + code + "X")
                .then()
                .statusCode(422);

        say("WITHDRAWN", code, null).statusCode(201).body("standing.channel", contains(code));
        as(Roles.SERVICE_AGENT)
                .body("{\"channels\":[\"" + code + "\"]}")
                .post("/v1/clients/{id}/channel-preferences", client)
                .then()
                .statusCode(201);
        as(Roles.SERVICE_AGENT)
                .get("/v1/clients/{id}/channel-preferences", client)
                .then()
                .body("channels", contains(code));
        say("GIVEN", "NOWHERE", null).statusCode(422).body("code", equalTo("channel-unknown"));
    }

    @Test
    void theCapOverAllChannelsIsSetByItsTag() {
        String tag = manager()
                .get("/v1/contact-policy")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        manager()
                .header("If-Match", tag)
                .body("{\"cap\":{\"contacts\":4,\"period\":\"P30D\"}}")
                .put("/v1/contact-policy")
                .then()
                .statusCode(200)
                .body("cap.contacts", equalTo(4));
        manager()
                .header("If-Match", tag)
                .body("{}")
                .put("/v1/contact-policy")
                .then()
                .statusCode(412);
    }

    @Test
    void consentsOfAnotherBookAreNotThere() {
        Api.asManager("rm-other")
                .get("/v1/clients/{id}/consents", client)
                .then()
                .statusCode(404);
        Api.asManager("rm-consents")
                .get("/v1/clients/{id}/consents", client)
                .then()
                .statusCode(200);
        Api.asManager("rm-other")
                .contentType(ContentType.JSON)
                .body("{\"purpose\":\"marketing\",\"decision\":\"GIVEN\",\"source\":\"BRANCH\"}")
                .post("/v1/clients/{id}/consents", client)
                .then()
                .statusCode(404);
    }

    private ValidatableResponse say(String decision, @Nullable String channel, @Nullable String at) {
        return as(Roles.SERVICE_AGENT)
                .body("{\"purpose\":\"" + purpose + "\",\"decision\":\"" + decision + "\",\"source\":\"BRANCH\""
                        + (channel == null ? "" : ",\"channel\":\"" + channel + "\"")
                        + (at == null ? "" : ",\"saidAt\":\"" + at + "\"") + "}")
                .post("/v1/clients/{id}/consents", client)
                .then();
    }

    private static RequestSpecification manager() {
        return as(Roles.PROGRAMME_MANAGER);
    }

    private static RequestSpecification as(String role) {
        return Api.as("user-" + role, role).contentType(ContentType.JSON);
    }
}
