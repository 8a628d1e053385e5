package io.clientele.platform.webhooks;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.platform.events.Events;
import io.clientele.platform.testing.NoteTaken;
import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import io.clientele.platform.webhooks.Receiver.Answer;
import io.clientele.platform.webhooks.Receiver.Post;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class WebhooksTest {

    private static final String PATH = "/v1/subscriptions";

    @Inject
    Events events;

    @Inject
    ObjectMapper json;

    private final String crm = "crm-" + UUID.randomUUID();
    private final String note = UUID.randomUUID().toString();
    private Receiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        crm().get(PATH).then().extract().<List<String>>path("items.id").forEach(this::delete);
        receiver.close();
    }

    @Test
    void postsSignedCloudEventsAsPublishedFromNowOn() throws IOException {
        publish(0);
        String id = subscribe(Map.of("url", receiver.url(), "subject", note));

        publish(1);

        Post post = awaitPosts(1).getFirst();
        JsonNode event = json.readTree(post.body());
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo(NoteTaken.TYPE);
        assertThat(event.path("data").path("page").asInt()).isEqualTo(1);
        assertThat(post.header("content-type")).startsWith("application/cloudevents+json");
        assertThat(post.header("webhook-id")).isEqualTo(event.path("id").asText());
        assertSigned(post, secrets(id).getFirst());
        await().untilAsserted(() -> log(id).body("items.size()", equalTo(1))
                .body("items[0].state", equalTo("delivered"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].lastStatus", equalTo(204))
                .body("items[0].nextAttemptAt", nullValue()));
    }

    @Test
    void postsOnlyWhatIsWanted() {
        subscribe(Map.of("url", receiver.url(), "subject", note, "types", List.of("io.other.v1")));
        subscribe(Map.of(
                "url", receiver.url() + "&wanted", "subject", note, "types", List.of("io.other.v1", NoteTaken.TYPE)));

        publish(1);
        asSystem(() -> events.publish(new NoteTaken("another", null, 1)));

        awaitPosts(1);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> receiver.posts().size() == 1);
    }

    @Test
    void triesAgainWithTheSameIdAndANewSignature() {
        receiver.plan(Answer.of(500));
        String id = subscribe(Map.of("url", receiver.url(), "subject", note));

        publish(1);

        List<Post> posts = awaitPosts(2);
        assertThat(posts.get(1).header("webhook-id")).isEqualTo(posts.get(0).header("webhook-id"));
        long between = seconds(posts.get(1)) - seconds(posts.get(0));
        assertThat(between).isBetween(4L, 8L);
        posts.forEach(post -> assertSigned(post, secrets(id).getFirst()));
        await().untilAsserted(() ->
                log(id).body("items[0].state", equalTo("delivered")).body("items[0].attempts", equalTo(2)));
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        receiver.plan(new Answer(503, Map.of("Retry-After", "3600"), Duration.ZERO));
        String id = subscribe(Map.of("url", receiver.url(), "subject", note));

        publish(1);

        await().untilAsserted(() -> log(id).body("items[0].lastStatus", equalTo(503)));
        Instant next = Instant.parse(log(id).extract().path("items[0].nextAttemptAt"));
        assertThat(next)
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_600));
    }

    @Test
    void followsNoRedirect() {
        receiver.plan(new Answer(307, Map.of("Location", receiver.url() + "&again"), Duration.ZERO));
        String id = subscribe(Map.of("url", receiver.url(), "subject", note));

        publish(1);

        await().untilAsserted(() ->
                log(id).body("items[0].lastStatus", equalTo(307)).body("items[0].state", equalTo("pending")));
        assertThat(receiver.posts()).hasSize(1);
    }

    @Test
    void waitsFifteenSecondsForAReplyAndHoldsUpNobodyElseMeanwhile() throws IOException {
        receiver.plan(new Answer(204, Map.of(), Duration.ofSeconds(20)));
        try (Receiver quick = new Receiver()) {
            String slow = subscribe(Map.of("url", receiver.url(), "subject", note));
            subscribe(Map.of("url", quick.url(), "subject", note));

            publish(1);
            await().until(() -> receiver.posts().size() == 1 && quick.posts().size() == 1);
            publish(2);

            await().atMost(Duration.ofSeconds(5)).until(() -> quick.posts().size() == 2);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> log(slow)
                            .body("items.lastError", org.hamcrest.Matchers.hasItem("no reply within 15 seconds")));
        }
    }

    @Test
    void isDisabledByGoneAndGoesOnWhenActivatedAgain() {
        receiver.plan(Answer.of(410));
        String id = subscribe(Map.of("url", receiver.url(), "subject", note));
        publish(1);
        await().untilAsserted(() -> crm().get(PATH + "/" + id)
                .then()
                .body("state", equalTo("disabled"))
                .body("disabledReason", equalTo("the receiver answered 410 Gone")));
        publish(2);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> receiver.posts().size() == 1);

        String tag = crm().get(PATH + "/" + id).header("ETag");
        crm().header("If-Match", tag)
                .post(PATH + "/" + id + "/activations")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));

        assertThat(new String(awaitPosts(2).getLast().body(), UTF_8)).contains("\"page\":2");
    }

    @Test
    void signsWithEveryActiveSecretAfterARotation() {
        String id = subscribe(Map.of("url", receiver.url(), "subject", note));
        crm().post(PATH + "/" + id + "/secrets").then().statusCode(201);
        List<String> secrets = secrets(id);
        assertThat(secrets).hasSize(2);

        publish(1);

        Post post = awaitPosts(1).getFirst();
        assertThat(post.header("webhook-signature").split(" ")).hasSize(2);
        secrets.forEach(secret -> assertSigned(post, secret));
        IntStream.range(0, 3)
                .forEach(time -> crm().post(PATH + "/" + id + "/secrets").then().statusCode(201));
        crm().post(PATH + "/" + id + "/secrets").then().statusCode(409).body("code", equalTo("too-many-secrets"));
    }

    @Test
    void deliversAgainFromATime() {
        Instant before = Instant.now();
        String id = subscribe(Map.of("url", receiver.url(), "subject", note));
        publish(1);
        publish(2);
        awaitPosts(2);
        await().untilAsserted(() -> log(id).body("items.state", equalTo(List.of("delivered", "delivered"))));

        crm().body(Map.of("from", before.toString()))
                .post(PATH + "/" + id + "/replays")
                .then()
                .statusCode(202)
                .body("deliveries", equalTo(2));

        List<Post> posts = awaitPosts(4);
        assertThat(posts.stream().map(post -> post.header("webhook-id")).distinct())
                .hasSize(2);
        crm().body(Map.of("from", Instant.now().plusSeconds(60).toString()))
                .post(PATH + "/" + id + "/replays")
                .then()
                .statusCode(422)
                .body("code", equalTo("from-in-future"));
    }

    @Test
    void belongsToWhoMadeIt() {
        String id = subscribe(Map.of("url", receiver.url(), "subject", note));
        RequestSpecification other = as("crm-other", Roles.SYSTEM);

        other.get(PATH + "/" + id).then().statusCode(404);
        as("crm-other", Roles.SYSTEM).get(PATH + "/" + id + "/secrets").then().statusCode(404);
        as("crm-other", Roles.SYSTEM)
                .get(PATH)
                .then()
                .body("items.id", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem(id)));
        as("rm-anna", Roles.RELATIONSHIP_MANAGER).get(PATH).then().statusCode(403);
    }

    @Test
    void changesOnlyWhatTheCallerHasRead() {
        String id = subscribe(Map.of("url", receiver.url(), "subject", note));
        Map<String, Object> other = Map.of("url", receiver.url(), "description", "changed");

        crm().body(other).put(PATH + "/" + id).then().statusCode(428);
        crm().header("If-Match", "\"7\"")
                .body(other)
                .put(PATH + "/" + id)
                .then()
                .statusCode(412);
        crm().header("If-Match", crm().get(PATH + "/" + id).header("ETag"))
                .body(other)
                .put(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("description", equalTo("changed"))
                .body("subject", nullValue());
        crm().body(Map.of("url", "ftp://example.com"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("url-not-https"));
        crm().body(Map.of()).post(PATH).then().statusCode(422);
    }

    private String subscribe(Map<String, Object> wish) {
        return crm().body(wish).post(PATH).then().statusCode(201).extract().path("id");
    }

    private void delete(String id) {
        crm().header("If-Match", crm().get(PATH + "/" + id).header("ETag"))
                .delete(PATH + "/" + id)
                .then()
                .statusCode(204);
    }

    private List<String> secrets(String id) {
        return crm().get(PATH + "/" + id + "/secrets")
                .then()
                .statusCode(200)
                .extract()
                .path("items.secret");
    }

    private ValidatableResponse log(String id) {
        return crm().get(PATH + "/" + id + "/deliveries").then().statusCode(200);
    }

    private List<Post> awaitPosts(int count) {
        return await().atMost(Duration.ofSeconds(20)).until(receiver::posts, posts -> posts.size() >= count);
    }

    private static void assertSigned(Post post, String secret) {
        String expected = WebhookSignature.of(
                List.of(secret), post.header("webhook-id"), Instant.ofEpochSecond(seconds(post)), post.body());
        assertThat(Arrays.asList(post.header("webhook-signature").split(" "))).contains(expected);
        assertThat(Instant.ofEpochSecond(seconds(post))).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    private static long seconds(Post post) {
        return Long.parseLong(post.header("webhook-timestamp"));
    }

    private void publish(int page) {
        asSystem(() -> events.publish(new NoteTaken(note, null, page)));
    }

    private static void asSystem(Runnable task) {
        Work.of("test").run(() -> QuarkusTransaction.requiringNew().run(task));
    }

    private RequestSpecification crm() {
        return as(crm, Roles.SYSTEM);
    }

    private static RequestSpecification as(String user, String role) {
        return given().auth()
                .oauth2(PlatformServers.tokens().of(role).withUser(user).signed())
                .contentType("application/json");
    }
}
