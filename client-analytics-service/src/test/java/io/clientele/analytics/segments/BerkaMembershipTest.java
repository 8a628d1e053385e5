package io.clientele.analytics.segments;

import static io.clientele.analytics.segments.SegmentsApi.author;
import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static io.clientele.analytics.segments.SegmentsApi.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.analytics.segments.evaluation.Evaluator;
import io.clientele.analytics.segments.evaluation.Outcome;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Live membership on real bank data, against counts made independently and against the evaluator. */
@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class BerkaMembershipTest {

    private static final Logger LOG = Logger.getLogger(BerkaMembershipTest.class);

    /** Of this test alone, so that transactions of other tests do not count. */
    private static final String RULE = PublicData.HOUSEHOLD_ABOVE_5000.replace("HOUSEHOLD", "HOUSEHOLD-OF-TEST");

    @Inject
    Facts facts;

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void the523HouseholdPayersAreMembersAndTimeMovesThemAsTheEvaluatorSays() {
        List<PublicData.Transaction> transactions = PublicData.transactions();
        TestClock.set(PublicData.BERKA_END);
        await().until(() -> TestClock.now().isAfter(PublicData.BERKA_END.plusMillis(100)));
        facts.clients(
                PublicData.clients().stream().map(BerkaMembershipTest::client).toList(), null, null);
        facts.acts(transactions.stream().map(BerkaMembershipTest::act).toList());

        // whoever is moved for another reason meanwhile is not counted by the computation
        await().atMost(Duration.ofSeconds(60)).until(() -> facts.count("""
                SELECT count(*) FROM (SELECT 1 FROM segment_mark UNION ALL
                    SELECT 1 FROM segment_calculation WHERE finished_at IS NULL) AS waiting""") == 0);
        String id = inForce("Household payers", RULE);
        var calculation = author().get("/v1/segments/{id}/calculation", id).jsonPath();
        LOG.infof(
                "clients=%d computed in %s",
                calculation.getInt("clients"),
                Duration.between(
                        Instant.parse(calculation.getString("startedAt")),
                        Instant.parse(calculation.getString("finishedAt"))));

        assertThat(members(id)).hasSize(PublicData.BERKA_MEMBERS);
        author().get("/v1/segments/{id}/calculation", id)
                .then()
                .body("entered", equalTo(PublicData.BERKA_MEMBERS))
                .body("undetermined", equalTo(0));
        author().body(("{'rule':" + RULE + "}").replace('\'', '"'))
                .post("/v1/segments/previews")
                .then()
                .statusCode(200)
                .body("members", equalTo(PublicData.BERKA_MEMBERS));

        for (int days : List.of(7, 40, 91)) {
            Instant later = PublicData.BERKA_END.plus(Duration.ofDays(days));
            TestClock.set(later);
            List<String> expected = expectedMembers(later.plusSeconds(1));
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> assertThat(members(id)).containsExactlyInAnyOrderElementsOf(expected));
        }
        assertThat(members(id)).isEmpty();
    }

    private static List<String> expectedMembers(Instant at) {
        Rule rule = Histories.rule(PublicData.HOUSEHOLD_ABOVE_5000);
        List<String> expected = new ArrayList<>();
        PublicData.histories().forEach(client -> {
            if (Evaluator.judge(rule, client, Histories.inPrague(), at).outcome() == Outcome.HOLDS) {
                expected.add(client(client.clientId()));
            }
        });
        return expected;
    }

    private static String client(String number) {
        return "berka-" + number;
    }

    private static Facts.Act act(PublicData.Transaction transaction) {
        return new Facts.Act(
                "berka-segments-" + transaction.id(),
                client(transaction.clientId()),
                "transaction",
                transaction.at(),
                "{'category':'" + transaction.category() + "-OF-TEST','currency':'CZK','amount':'"
                        + transaction.amount().toPlainString() + "'}");
    }
}
