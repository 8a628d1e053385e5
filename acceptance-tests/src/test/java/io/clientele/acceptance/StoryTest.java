package io.clientele.acceptance;

import static io.clientele.acceptance.BankData.payment;
import static io.clientele.acceptance.BankData.record;
import static io.clientele.acceptance.RunningStack.ACCOUNT_PLAN;
import static io.clientele.acceptance.RunningStack.CLIENT_ANALYTICS;
import static io.clientele.acceptance.RunningStack.LOYALTY;
import static io.clientele.acceptance.Subscriber.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Topics;
import io.clientele.testing.EventSchemas;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Know the client, plan the account, target the right clients, reward loyalty: on the real bank data of 1994, with each
 * service killed in the middle of what it does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {

    private static final int CLIENTS = 5_369;
    private static final int HOUSEHOLD_PAYERS = 523;
    private static final String HOUSEHOLD_RULE = """
            {"events":{"type":"transaction","where":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},\
            "agg":"sum","field":"amount","currency":"CZK","window":{"last":"P90D"},"gt":"5000"}}""";

    private final RunningStack stack = new RunningStack();
    private final BankData bank = new BankData(stack);
    private final Segmenting segmenting = new Segmenting(stack);
    private final Rewarding rewarding = new Rewarding(stack);
    private Subscriber subscriber;

    private String segment;
    private String newcomer;
    private String member;
    private String memberClient;

    @BeforeAll
    void subscribe() {
        subscriber = new Subscriber(stack.bootstrapServers());
    }

    @AfterAll
    void unsubscribe() {
        subscriber.close();
    }

    @Test
    @Order(1)
    void everyClientIsKnownOnceAndReachesTheOtherServices() {
        List<ConsumerRecord<String, String>> registered = subscriber.awaitCount(
                "client.registered of every client",
                CLIENTS,
                event -> "io.clientele.clients.client.registered.v1".equals(Subscriber.header(event, "ce_type")));

        assertThat(new TreeSet<>(registered.stream().map(ConsumerRecord::key).toList()))
                .hasSize(CLIENTS);
        assertThat(segmenting.analyst().get("/v1/clients/1").jsonPath().getString("birthDate"))
                .isEqualTo("1970-12-13");
        await(
                "the replica of account-plan-service",
                () -> stack.as(ACCOUNT_PLAN, "auditor", "auditor-1").get("/v1/clients/1"));
    }

    @Test
    @Order(2)
    void recordsAndActivityCountOnceHoweverOftenAndWhicheverWayTheyCome() {
        String byFile = "story-file-" + UUID.randomUUID();
        String byTopic = "story-topic-" + UUID.randomUUID();
        assertThat(bank.imported("/v1/clients", record("id", byFile)).getLong("accepted"))
                .isEqualTo(1);
        assertThat(bank.imported("/v1/clients", record("id", byFile)).getLong("duplicates"))
                .isEqualTo(1);
        try (BankSystems systems = new BankSystems(stack.bootstrapServers())) {
            systems.send(Topics.CLIENT_RECORDS, byTopic, record("clientId", byTopic));
            systems.send(Topics.CLIENT_RECORDS, byTopic, record("clientId", byTopic));
            await("the record sent by topic", () -> segmenting.analyst().get("/v1/clients/" + byTopic));
            String paid = payment(byTopic, byTopic, "100.00", now());
            systems.send(Topics.CLIENT_ACTIVITY, byTopic, paid);
            systems.send(Topics.CLIENT_ACTIVITY, byTopic, paid);
            bank.imported("/v1/activities", paid);
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(segmenting
                                .analyst()
                                .get("/v1/clients/" + byTopic + "/activities")
                                .jsonPath()
                                .getList("items.sourceId"))
                        .containsExactly("story-" + byTopic));
        for (String client : List.of(byFile, byTopic)) {
            subscriber.await("client.registered", of("io.clientele.clients.client.registered.v1", client));
            assertThat(subscriber.readToTheEnd())
                    .filteredOn(event -> client.equals(event.key()) && Topics.CLIENTS.equals(event.topic()))
                    .hasSize(1);
        }
    }

    @Test
    @Order(3)
    void aGovernedSegmentOfHouseholdPayersHasExactlyItsMembers() {
        segment = segmenting.draftAndSubmit("Household payers " + UUID.randomUUID(), HOUSEHOLD_RULE);
        segmenting.approve(segment);
        stack.killAndStart(CLIENT_ANALYTICS);

        assertThat(segmenting.calculated(segment).getLong("entered")).isEqualTo(HOUSEHOLD_PAYERS);
        assertThat(segmenting.members(segment)).hasSize(HOUSEHOLD_PAYERS);
        assertThat(subscriber.awaitCount("segment.entered", HOUSEHOLD_PAYERS, this::entered))
                .hasSize(HOUSEHOLD_PAYERS);
    }

    @Test
    @Order(4)
    void aPaymentMovesAClientInAndTimeMovesTheClientOut() {
        Set<String> members = segmenting.members(segment);
        newcomer = IntStream.rangeClosed(1, CLIENTS)
                .mapToObj(Integer::toString)
                .filter(client -> !members.contains(client))
                .findFirst()
                .orElseThrow();
        Instant paid = now();
        bank.send(payment("newcomer-1", newcomer, "6000.00", paid));
        subscriber.await(
                "segment.entered of the newcomer",
                of("io.clientele.segments.segment.entered.v1", newcomer).and(this::entered));
        assertThat(segmenting.members(segment)).contains(newcomer);

        stack.moveClock("+P90D");

        ConsumerRecord<String, String> left =
                subscriber.await("segment.left of the newcomer", of("io.clientele.segments.segment.left.v1", newcomer));
        assertThat(JsonPath.from(left.value()).getString("segmentId")).isEqualTo(segment);
        assertThat(Instant.parse(JsonPath.from(left.value()).getString("effectiveAt")))
                .isEqualTo(paid.plus(Duration.ofDays(90)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !segmenting.members(segment).contains(newcomer));
    }

    @Test
    @Order(5)
    void anAccountPlanIsWrittenSignedSubmittedAndApprovedThroughAKill() throws Exception {
        JsonPath client = segmenting.analyst().get("/v1/clients/1").jsonPath();
        Planning planning = new Planning(stack, client.getString("manager"), client.getString("team"), now());

        String plan = planning.open("1");
        planning.refusesToSubmitAVagueObjective(plan);
        killedWhile(ACCOUNT_PLAN, keys(20), key -> planning.addPriorityUntilAnswered(plan, key));
        assertThat(planning.priorities(plan)).hasSize(20).doesNotHaveDuplicates();
        planning.addSoundObjective(plan);
        planning.haveTheSpecialistSign(plan);
        planning.submit(plan);
        planning.approve(plan);

        assertThat(planning.asPdf(plan)).startsWith('%', 'P', 'D', 'F');
        String id = plan.substring(plan.lastIndexOf('/') + 1);
        subscriber.await("account-plan.approved", of("io.clientele.account-plans.account-plan.approved.v1", id));
        stack.as(ACCOUNT_PLAN, "relationship-manager", "another-manager")
                .get(plan)
                .then()
                .statusCode(404);
    }

    @Test
    @Order(6)
    void aLoyaltyProgrammeIsActivatedByTwoPeople() {
        String programme = rewarding.activate();

        assertThat(rewarding.state()).isEqualTo("ACTIVE");
        subscriber.await("programme.activated", of("io.clientele.loyalty.programme.activated.v1", programme));
    }

    @Test
    @Order(7)
    void segmentMembersEnrolAndTheirPaymentsEarn() {
        bank.send(payment("stays-1", newcomer, "7000.00", now()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> segmenting.members(segment).contains(newcomer));
        Set<String> members = segmenting.members(segment);
        JsonPath report = Awaitility.await("the segment's members reach the loyalty service")
                .atMost(Duration.ofSeconds(60))
                .until(() -> rewarding.enrol(segment), batch -> batch.getLong("clients") == members.size());
        assertThat(report.getLong("enrolled") + report.getLong("alreadyMembers"))
                .isEqualTo(members.size());
        memberClient = members.iterator().next();
        member = rewarding.memberOf(memberClient);

        Instant joined = rewarding.joined(member);
        Awaitility.await("payments after the enrolment").until(() -> now().isAfter(joined));
        for (int payment = 0; payment < 5; payment++) {
            bank.send(payment("earn-" + payment, memberClient, "199.00", now()));
            if (payment == 2) {
                stack.killAndStart(LOYALTY);
            }
        }
        bank.send(payment("earn-0", memberClient, "199.00", now()));

        rewarding.awaitBalance(member, 5);
        subscriber.awaitCount("points.earned", 5, of("io.clientele.loyalty.points.earned.v1", member));
    }

    @Test
    @Order(8)
    void fiftyConcurrentRedemptionsGetExactlyWhatTheBalanceAllows() throws Exception {
        rewarding.offerReward();

        List<Integer> statuses =
                concurrently(50, () -> rewarding.redeem(member, Rewarding.key()).statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        assertThat(statuses).filteredOn(status -> status != 201).hasSize(45).containsOnly(409);
        assertThat(rewarding.balance(member)).isZero();
        assertThat(rewarding.ledgerAgrees()).isTrue();
    }

    @Test
    @Order(9)
    void aKillInTheMiddleOfRedemptionsLosesAndDoublesNothing() throws Exception {
        bank.send(payment("again-20", memberClient, "2000.00", now()));
        rewarding.awaitBalance(member, 20);

        killedWhile(LOYALTY, keys(20), key -> rewarding.redeemUntilAnswered(member, key));

        assertThat(rewarding.balance(member)).isZero();
        assertThat(rewarding.ledgerAgrees()).isTrue();
        subscriber.awaitCount("points.redeemed", 25, of("io.clientele.loyalty.points.redeemed.v1", member));
    }

    @Test
    @Order(10)
    void aPlainKafkaClientReadsItAllInOrderWithoutGapsAndValid() {
        List<ConsumerRecord<String, String>> all = subscriber.readToTheEnd();

        assertThat(all).hasSizeGreaterThan(CLIENTS + HOUSEHOLD_PAYERS);
        assertThat(subscriber.sequenceFaults()).isEmpty();
        Map<String, List<String>> violations = new HashMap<>();
        for (ConsumerRecord<String, String> event : all) {
            String type = String.valueOf(Subscriber.header(event, "ce_type"));
            List<String> found = EventSchemas.violations(type, event.value());
            if (!found.isEmpty()) {
                violations.put(type, found);
            }
        }
        assertThat(violations).isEmpty();
        assertThat(all)
                .extracting(ConsumerRecord::topic)
                .contains(Topics.CLIENTS, Topics.SEGMENTS, Topics.ACCOUNT_PLANS, Topics.LOYALTY);
    }

    /** Does {@code step} for each key, four at a time, and kills the service once the first are done. */
    private void killedWhile(String service, List<String> keys, Consumer<String> step) throws Exception {
        CountDownLatch underWay = new CountDownLatch(4);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> steps = new ArrayList<>();
            for (String key : keys) {
                steps.add(threads.submit(() -> {
                    step.accept(key);
                    underWay.countDown();
                }));
            }
            underWay.await();
            stack.killAndStart(service);
            for (Future<?> done : steps) {
                done.get();
            }
        }
    }

    private static List<String> keys(int count) {
        return Stream.generate(Rewarding::key).limit(count).toList();
    }

    private boolean entered(ConsumerRecord<String, String> event) {
        return "io.clientele.segments.segment.entered.v1".equals(Subscriber.header(event, "ce_type"))
                && JsonPath.from(event.value()).getString("segmentId").equals(segment);
    }

    private static void await(String what, Supplier<Response> call) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .until(() -> call.get().statusCode() == 200);
    }

    private Instant now() {
        return Instant.parse(stack.run("clock").strip()).truncatedTo(ChronoUnit.SECONDS);
    }

    private static <T> List<T> concurrently(int callers, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(callers, call))) {
                results.add(result.get());
            }
            return results;
        }
    }
}
