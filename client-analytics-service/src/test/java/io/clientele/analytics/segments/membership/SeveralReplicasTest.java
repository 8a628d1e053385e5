package io.clientele.analytics.segments.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.analytics.segments.Facts;
import io.clientele.analytics.segments.Facts.Act;
import io.clientele.analytics.segments.SegmentsApi;
import io.clientele.platform.caller.Work;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several workers on one database, as several replicas are: some break off in the middle, as killed ones do. */
@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class SeveralReplicasTest {

    private static final Instant NOW = Instant.parse("2032-01-10T12:00:00Z");

    @Inject
    Facts facts;

    @Inject
    MembershipKeeper keeper;

    @Inject
    Clock clock;

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void workersThatBreakOffAndRaceMoveEachClientOnceInAndOnceOut() throws InterruptedException {
        TestClock.set(NOW);
        await().until(() -> clock.instant().isAfter(NOW) && clock.instant().isBefore(NOW.plusSeconds(60)));
        String category = "RACE-" + UUID.randomUUID();
        List<String> clients = IntStream.range(0, 60)
                .mapToObj(i -> "race-" + UUID.randomUUID())
                .toList();
        facts.clients(clients, null, null);
        String id = SegmentsApi.inForce(
                "Race " + category,
                "{'events':{'type':'transaction','where':{'attribute':{'path':'category','eq':'" + category
                        + "'}},'agg':'count','window':{'last':'PT1H'},'gte':3}}");
        AtomicBoolean running = new AtomicBoolean(true);
        List<Thread> workers = IntStream.range(0, 4)
                .mapToObj(worker -> Thread.ofVirtual().start(() -> work(running, new Random(worker))))
                .toList();

        for (int round = 0; round < 4; round++) {
            List<Act> acts = new ArrayList<>();
            for (String client : clients) {
                acts.add(new Act(
                        UUID.randomUUID().toString(),
                        client,
                        "transaction",
                        NOW.minusSeconds(60),
                        "{'category':'" + category + "'}"));
            }
            facts.acts(acts);
            facts.tellAgain(acts);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> stays(id, "left_at IS NULL") == clients.size());
        TestClock.set(NOW.plus(Duration.ofHours(2)));
        await().atMost(Duration.ofSeconds(30)).until(() -> stays(id, "left_at IS NOT NULL") == clients.size());
        running.set(false);
        for (Thread worker : workers) {
            worker.join();
        }

        assertThat(stays(id, "true")).isEqualTo(clients.size());
        assertThat(stays(id, "left_at = '" + NOW.minusSeconds(60).plusSeconds(3_600) + "'"))
                .isEqualTo(clients.size());
        assertThat(
                        facts.count(
                                "SELECT count(*) FROM outbox WHERE aggregatetype = 'clientele.segments.v1' AND aggregateid LIKE 'race-%'"))
                .isEqualTo(2L * clients.size());
        assertThat(
                        facts.count(
                                "SELECT max(sequence) FROM outbox WHERE aggregatetype = 'clientele.segments.v1' AND aggregateid LIKE 'race-%'"))
                .isEqualTo(2);
    }

    @Test
    void aComputationGoesOnWithTheSliceThatWasInHand() {
        String tier = "RESUMED-" + UUID.randomUUID();
        List<String> clients = IntStream.range(0, 30)
                .mapToObj(i -> "resumed-" + UUID.randomUUID())
                .toList();
        facts.clients(clients, null, tier);
        AtomicBoolean running = new AtomicBoolean(true);
        Thread breaking = Thread.ofVirtual().start(() -> {
            while (running.get()) {
                inTransaction(() -> {
                    keeper.claim().ifPresent(keeper::calculate);
                    QuarkusTransaction.setRollbackOnly();
                });
            }
        });

        String id = SegmentsApi.inForce("Resumed " + tier, "{'attribute':{'path':'tier','eq':'" + tier + "'}}");
        running.set(false);

        assertThat(SegmentsApi.members(id)).containsExactlyInAnyOrderElementsOf(clients);
        assertThat(stays(id, "true")).isEqualTo(clients.size());
        SegmentsApi.author()
                .get("/v1/segments/{id}/calculation", id)
                .then()
                .body("entered", org.hamcrest.Matchers.equalTo(clients.size()));
        assertThat(breaking).isNotNull();
    }

    private void work(AtomicBoolean running, Random random) {
        while (running.get()) {
            inTransaction(() -> {
                keeper.judgeMarked();
                keeper.judgeDue();
                if (random.nextInt(3) == 0) {
                    QuarkusTransaction.setRollbackOnly();
                }
            });
        }
    }

    private static void inTransaction(Runnable portion) {
        Work.of("replica")
                .run(() -> QuarkusTransaction.requiringNew().timeout(60).run(portion));
    }

    private long stays(String id, String which) {
        return facts.count("SELECT count(*) FROM segment_membership WHERE segment_id = '" + id + "' AND " + which);
    }
}
