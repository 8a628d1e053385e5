package io.clientele.analytics.activity;

import static io.clientele.analytics.Api.as;
import static io.clientele.analytics.Api.asCore;
import static io.clientele.analytics.Api.asManager;
import static io.clientele.analytics.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.analytics.Api;
import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestConsumer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ActivityTakingTest {

    private final String manager = "rm-" + UUID.randomUUID();
    private final String run = UUID.randomUUID().toString();

    @Inject
    EntityManager entities;

    @Test
    void aBatchIsOnTheTopicWhenAnsweredAndQueryableSoonAfter() {
        String client = registered(manager, "team");
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.CLIENT_ACTIVITY)) {
            send(batch(
                            transaction("1", client, "1993-01-01T23:00:00Z"),
                            transaction("2", client, "1993-01-02T23:00:00Z")))
                    .then()
                    .statusCode(202)
                    .body("accepted", equalTo(2))
                    .body("duplicates", equalTo(0));

            Received record = subscriber.await(
                    received -> source("1").equals(received.headers().get("ce_id")));
            assertThat(record.key()).isEqualTo(client);
            assertThat(record.type()).isEqualTo("io.clientele.client-activity.activity.recorded.v1");
            assertThat(record.headers()).containsEntry("ce_time", "1993-01-01T23:00:00Z");
        }
        awaitActivities(client, 2);
        asManager(manager)
                .get("/v1/clients/" + client + "/activities")
                .then()
                .body("items.sourceId", contains(source("2"), source("1")))
                .body("items[0].data.amount", equalTo("700.00"));
    }

    @Test
    void aBatchWithAnErrorTakesNothingAndNamesEach() {
        String client = registered(manager, "team");

        send(batch(
                        transaction("1", client, "1993-01-01T23:00:00Z"),
                        transaction("2", "nobody-knows", "1993-01-01T23:00:00Z"),
                        transaction("3", client, "2993-01-01T23:00:00Z")))
                .then()
                .statusCode(422)
                .body("code", equalTo("activities-refused"))
                .body("errors.pointer", contains("/items/1/clientId", "/items/2/occurredAt"));
        send(batch(transaction("4", client, "1993-01-01T23:00:00Z").replace("700.00", "seven"), "null", "{}"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/items/0/data/amount", "/items/1", "/items/2/type"));
        send("{\"items\":[]}").then().statusCode(422);
    }

    @Test
    void anActivityCountsOnceHoweverOftenInWhateverOrderAndWithWhateverTimeItComes() {
        String client = registered(manager, "team");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(transaction("m" + i, client, "1993-0" + (1 + i % 9) + "-15T10:00:00Z"));
        }
        List<String> shuffled = new ArrayList<>(all);
        shuffled.addAll(all);
        shuffled.add(transaction("m0", client, "1994-12-24T10:00:00Z"));
        shuffled.add(transaction("m1", client, "1999-12-24T10:00:00Z"));
        Collections.shuffle(shuffled, new Random(7));
        String last = transaction("last", client, "1990-01-01T00:00:00Z");

        produce(client, shuffled);
        produce(client, List.of(last));

        awaitActivities(client, 41);
        assertThat(count("client_id", client)).isEqualTo(41);
        Response known = send(batch(all.getFirst(), all.getLast(), last));
        known.then().statusCode(202).body("accepted", equalTo(0)).body("duplicates", equalTo(3));
    }

    @Test
    void whatTheTopicBringsThatIsNoActivityIsKeptAsideAndHoldsUpNothing() {
        String client = registered(manager, "team");

        produce("nobody-knows-" + run, List.of(transaction("p1", "nobody-knows-" + run, "1993-01-01T23:00:00Z")));
        produce(client, List.of("no json", transaction("p2", client, "1993-01-01T23:00:00Z")));

        awaitActivities(client, 1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> waitingDeadLetters(client) == 1 && waitingDeadLetters("nobody-knows-" + run) == 1);
    }

    @Test
    void activitiesOfAnotherBookAreNotFound() {
        String client = registered(manager, "team");

        asManager("another").get("/v1/clients/" + client + "/activities").then().statusCode(404);
        as("agent", Roles.SERVICE_AGENT)
                .get("/v1/clients/" + client + "/activities")
                .then()
                .statusCode(200);
    }

    @Test
    void pagesHoldEveryActivityOnceAndKeepTheFilters() {
        String client = registered(manager, "team");
        for (int i = 0; i < 7; i++) {
            send(batch(transaction("page" + i, client, "1993-0" + (i + 1) + "-01T00:00:00Z")))
                    .then()
                    .statusCode(202);
        }
        awaitActivities(client, 7);

        List<String> found = new ArrayList<>();
        Response page = asManager(manager)
                .queryParams("limit", 2, "from", "1993-02-01T00:00:00Z", "to", "1993-07-01T00:00:00Z")
                .get("/v1/clients/" + client + "/activities");
        found.addAll(page.path("items.sourceId"));
        while (page.path("next") != null) {
            page = asManager(manager)
                    .queryParams("limit", 2, "cursor", page.<String>path("next"))
                    .get("/v1/clients/" + client + "/activities");
            found.addAll(page.path("items.sourceId"));
        }

        assertThat(found)
                .containsExactly(source("page5"), source("page4"), source("page3"), source("page2"), source("page1"));
        asManager(manager)
                .queryParam("from", "yesterday")
                .get("/v1/clients/" + client + "/activities")
                .then()
                .statusCode(400);
    }

    @Test
    void theTypesDescribeTheirFields() {
        asManager(manager)
                .get("/v1/activity-types/transaction")
                .then()
                .statusCode(200)
                .body("fields.name", org.hamcrest.Matchers.hasItems("amount", "currency", "direction", "category"))
                .body("fields[0].example", equalTo("700.00"));
        asManager(manager).get("/v1/activity-types").then().body("items", hasSize(11));
        asManager(manager).get("/v1/activity-types/dance").then().statusCode(404);
    }

    private String source(String id) {
        return run + "-" + id;
    }

    private String transaction(String id, String client, String at) {
        return """
                {"sourceId":"%s","clientId":"%s","type":"transaction","occurredAt":"%s","data":{"amount":"700.00","currency":"CZK","direction":"CREDIT","category":"HOUSEHOLD","purposeCode":"SIPO"}}""".formatted(source(id), client, at);
    }

    private static String batch(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    private static Response send(String body) {
        return asCore().contentType(ContentType.JSON).body(body).post("/v1/activities");
    }

    private static void produce(String key, List<String> values) {
        Api.produce(Topics.CLIENT_ACTIVITY, key, values);
    }

    private void awaitActivities(String client, int atLeast) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> count("client_id", client) >= atLeast);
    }

    private long count(String column, String value) {
        return inTransaction(() -> ((Number)
                        entities.createNativeQuery("SELECT count(*) FROM activity WHERE " + column + " = :value")
                                .setParameter("value", value)
                                .getSingleResult())
                .longValue());
    }

    private long waitingDeadLetters(String key) {
        return inTransaction(() -> ((Number) entities.createNativeQuery(
                                "SELECT count(*) FROM dead_letter WHERE record_key = :key AND resolved_at IS NULL")
                        .setParameter("key", key)
                        .getSingleResult())
                .longValue());
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> step) {
        return Work.of("test").call(() -> QuarkusTransaction.requiringNew().call(step));
    }
}
