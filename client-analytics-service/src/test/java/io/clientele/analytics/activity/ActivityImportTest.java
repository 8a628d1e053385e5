package io.clientele.analytics.activity;

import static io.clientele.analytics.Api.asCore;
import static io.clientele.analytics.Api.asManager;
import static io.clientele.analytics.Api.imported;
import static io.clientele.analytics.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.analytics.Api;
import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Work;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestConsumer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Files of activities: stored and published once, whatever comes beside and after them. */
@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ActivityImportTest {

    private static final String NDJSON = "application/x-ndjson";

    private final String manager = "rm-" + UUID.randomUUID();
    private final String run = UUID.randomUUID().toString();

    @Inject
    EntityManager entities;

    @Test
    void anImportReportsBadLinesOneByOneAndIsQueryableAndPublishedWhenCompleted() {
        String client = registered(manager, "team");
        String file = String.join(
                "\n",
                transaction("a", client, "1993-01-01T23:00:00Z"),
                transaction("b", "nobody-knows", "1993-01-01T23:00:00Z"),
                "no json",
                transaction("c", client, "1993-01-01T23:00:00Z").replace("transaction", "dance"),
                transaction("d", client, "1993-01-01T23:00:00Z").replace("CREDIT", "SIDEWAYS"),
                transaction("a", client, "1993-01-01T23:00:00Z"),
                "null",
                "");
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.CLIENT_ACTIVITY)) {

            Response done = imported("activities", NDJSON, file);

            done.then()
                    .body("state", equalTo("COMPLETED"))
                    .body("lines", equalTo(7))
                    .body("accepted", equalTo(1))
                    .body("duplicates", equalTo(1))
                    .body("rejected", equalTo(5))
                    .body("queryable", equalTo(true));
            assertThat(count("client_id", client)).isEqualTo(1);
            asCore().get("/v1/activities/imports/" + done.path("id") + "/rejections")
                    .then()
                    .body("items.line", contains(2, 3, 4, 5, 7))
                    .body("items.pointer", contains("/clientId", null, "/type", "/data/direction", null))
                    .body(
                            "items.code",
                            contains(
                                    "client-unknown",
                                    "malformed-json",
                                    "activity-type-unknown",
                                    "invalid-field",
                                    "malformed-json"));
            Received published = subscriber.await(ofThisRun());
            assertThat(published.key()).isEqualTo(client);
            assertThat(published.headers())
                    .containsEntry("ce_id", source("a"))
                    .containsEntry("ce_type", "io.clientele.client-activity.activity.recorded.v1")
                    .containsEntry("ce_time", "1993-01-01T23:00:00Z");
        }
        imported("activities", NDJSON, transaction("a", client, "1993-01-01T23:00:00Z"))
                .then()
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(1))
                .body("queryable", equalTo(true));
    }

    @Test
    void anImportTakesCsv() {
        String client = registered(manager, "team");
        String file = """
                sourceId,clientId,type,occurredAt,data.amount,data.currency,data.direction,data.waitSeconds
                %1$s-x,%2$s,transaction,1993-01-01T23:00:00Z,700.00,CZK,CREDIT,
                %1$s-y,%2$s,service-contact,1993-01-01T23:00:00Z,,,,35
                %1$s-z,%2$s,service-contact,1993-01-01T23:00:00Z,,,,long
                """.formatted(run, client);

        imported("activities", "text/csv", file)
                .then()
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(1));

        asManager(manager)
                .queryParam("type", "service-contact")
                .get("/v1/clients/" + client + "/activities")
                .then()
                .body("items[0].data.waitSeconds", equalTo(35));
    }

    @Test
    void filesWithTheSameLinesAtTheSameTimeStoreAndPublishEachOnce() throws Exception {
        String client = registered(manager, "team");
        List<String> lines = IntStream.range(0, 4_000)
                .mapToObj(i -> transaction("c" + i, client, "1993-0" + (1 + i % 9) + "-01T00:00:00Z"))
                .toList();
        List<String> backwards = new ArrayList<>(lines);
        Collections.reverse(backwards);
        List<Response> done = Collections.synchronizedList(new ArrayList<>());
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.CLIENT_ACTIVITY)) {

            List<Thread> threads = List.of(lines, backwards, lines).stream()
                    .map(file -> Thread.startVirtualThread(
                            () -> done.add(imported("activities", NDJSON, String.join("\n", file)))))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(done).hasSize(3);
            assertThat(done.stream()
                            .mapToInt(file -> file.<Integer>path("accepted"))
                            .sum())
                    .isEqualTo(4_000);
            assertThat(done.stream()
                            .mapToInt(file -> file.<Integer>path("duplicates"))
                            .sum())
                    .isEqualTo(8_000);
            assertThat(count("client_id", client)).isEqualTo(4_000);
            assertThat(subscriber.awaitAtLeast(4_000, ofThisRun()).stream()
                            .map(record -> record.headers().get("ce_id")))
                    .hasSize(4_000)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatAnImportPublishedComesAgainInAnotherOrderAndChangesNothing() {
        String client = registered(manager, "team");
        String file = IntStream.range(0, 200)
                .mapToObj(i -> transaction("r" + i, client, "1993-01-01T00:00:00Z"))
                .reduce("", (lines, line) -> lines + line + "\n");
        List<Received> published;
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.CLIENT_ACTIVITY)) {
            imported("activities", NDJSON, file);
            published = new ArrayList<>(subscriber.awaitAtLeast(200, ofThisRun()));
        }
        Collections.shuffle(published, new Random(11));

        Api.produceAgain(published);
        Api.produceAgain(published);
        Api.produce(Topics.CLIENT_ACTIVITY, client, List.of(transaction("end", client, "1993-01-02T00:00:00Z")));

        await(() -> count("source_id", source("end")) == 1);
        assertThat(count("client_id", client)).isEqualTo(201);
    }

    @Test
    void whatTheTopicHoldsAndTheDatabaseLostIsWrittenAgain() {
        String client = registered(manager, "team");
        List<Received> published;
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.CLIENT_ACTIVITY)) {
            imported("activities", NDJSON, transaction("lost", client, "1993-01-01T00:00:00Z"));
            published = List.of(subscriber.await(ofThisRun()));
        }
        inTransaction(() -> entities.createNativeQuery("DELETE FROM activity_source WHERE source_id = :lost")
                        .setParameter("lost", source("lost"))
                        .executeUpdate()
                + entities.createNativeQuery("DELETE FROM activity WHERE source_id = :lost")
                        .setParameter("lost", source("lost"))
                        .executeUpdate());
        assertThat(count("client_id", client)).isZero();

        Api.produceAgain(published);

        await(() -> count("client_id", client) == 1);
    }

    private java.util.function.Predicate<Received> ofThisRun() {
        return record -> record.headers().getOrDefault("ce_id", "").startsWith(run);
    }

    private String source(String id) {
        return run + "-" + id;
    }

    private String transaction(String id, String client, String at) {
        return """
                {"sourceId":"%s","clientId":"%s","type":"transaction","occurredAt":"%s","data":{"amount":"700.00","currency":"CZK","direction":"CREDIT","category":"HOUSEHOLD","purposeCode":"SIPO"}}""".formatted(source(id), client, at);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    private long count(String column, String value) {
        return inTransaction(() -> ((Number)
                        entities.createNativeQuery("SELECT count(*) FROM activity WHERE " + column + " = :value")
                                .setParameter("value", value)
                                .getSingleResult())
                .longValue());
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> step) {
        return Work.of("test").call(() -> QuarkusTransaction.requiringNew().call(step));
    }
}
