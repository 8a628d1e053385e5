package io.clientele.analytics.clients;

import static io.clientele.analytics.Api.asCore;
import static io.clientele.analytics.Api.newNumber;
import static io.clientele.analytics.Api.produce;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.analytics.Api;
import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Work;
import io.clientele.testing.SharedServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ClientRecordsTopicTest {

    @Inject
    EntityManager entities;

    @Test
    void takesRecordsInOrderAndARepeatedOneChangesNothing() {
        String id = newNumber();

        produce(Topics.CLIENT_RECORDS, id, List.of(record(id, "FIRST"), record(id, "LAST"), record(id, "LAST")));
        produce(Topics.CLIENT_RECORDS, id, List.of(record(id, "LAST")));

        awaitTier(id, "LAST");
        asCore().get("/v1/clients/" + id).then().header("ETag", equalTo("\"1\""));
    }

    @Test
    void aRecordThatBreaksARuleWaitsWithThoseBehindItAndOthersGoOn() {
        String broken = newNumber();
        String other = newNumber();

        produce(
                Topics.CLIENT_RECORDS,
                broken,
                List.of(
                        "{\"clientId\":\"%s\",\"type\":\"PERSON\",\"domicile\":\"ZZ\"}".formatted(broken),
                        record(broken, "BEHIND")));
        produce(Topics.CLIENT_RECORDS, other, List.of(record(other, "FINE")));

        awaitTier(other, "FINE");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> waiting(broken) == 2);
        asCore().get("/v1/clients/" + broken).then().statusCode(404);
    }

    private static String record(String id, String tier) {
        return "{\"clientId\":\"%s\",\"type\":\"PERSON\",\"tier\":\"%s\"}".formatted(id, tier);
    }

    private static void awaitTier(String id, String tier) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> tier.equals(Api.asCore().get("/v1/clients/" + id).path("tier")));
    }

    private long waiting(String key) {
        return Work.of("test")
                .call(() -> QuarkusTransaction.requiringNew()
                        .call(() -> ((Number) entities.createNativeQuery(
                                                "SELECT count(*) FROM dead_letter WHERE record_key = :key AND resolved_at IS NULL")
                                        .setParameter("key", key)
                                        .getSingleResult())
                                .longValue()));
    }
}
