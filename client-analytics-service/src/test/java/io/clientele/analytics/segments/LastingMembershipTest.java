package io.clientele.analytics.segments;

import static io.clientele.analytics.segments.SegmentsApi.author;
import static io.clientele.analytics.segments.SegmentsApi.awaitMembers;
import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.analytics.segments.Facts.Act;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time alone brings clients in: nobody did anything. */
@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class LastingMembershipTest {

    private static final Instant NOW = Instant.parse("2031-03-01T12:00:00Z");

    /** Of this test alone. */
    private final String ours = UUID.randomUUID().toString().substring(0, 8);

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
    void silenceBringsAClientInAndLongSilenceIntoAnotherSegment() {
        String client = "l-" + ours;
        facts.clients(List.of(client), null, "QUIET-" + ours);
        Instant paid = NOW.minusSeconds(60);
        facts.acts(List.of(new Act(
                "s-" + ours,
                client,
                "transaction",
                paid,
                "{'amount':'10','currency':'EUR','category':'" + ours + "'}")));
        String quiet = "{'and':[{'attribute':{'path':'tier','eq':'QUIET-" + ours
                + "'}},{'absence':{'type':'transaction','where':{'attribute':{'path':'category','eq':'" + ours
                + "'}},'window':{'last':'PT720H'}}}]}";
        String silent = inForce("Silent " + ours, quiet);
        String longSilent = inForce("Long silent " + ours, "{'held':{'rule':" + quiet + ",'for':'PT240H'}}");
        awaitMembers(silent);

        TestClock.set(paid.plusSeconds(720 * 3_600));
        awaitMembers(silent, client);
        awaitMembers(longSilent);
        TestClock.set(paid.plusSeconds(960 * 3_600));
        awaitMembers(longSilent, client);

        author().get("/v1/segments/{id}/members/{client}/history", silent, client)
                .then()
                .body("items[0].enteredCause", equalTo("TIME"))
                .body(
                        "items[0].enteredAt",
                        equalTo(paid.plusSeconds(720 * 3_600).toString()));
        author().get("/v1/segments/{id}/members/{client}/history", longSilent, client)
                .then()
                .body(
                        "items[0].enteredAt",
                        equalTo(paid.plusSeconds(960 * 3_600).toString()));
    }
}
