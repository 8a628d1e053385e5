package io.clientele.acceptance;

import static io.clientele.acceptance.RunningStack.ACCOUNT_PLAN;
import static io.clientele.acceptance.RunningStack.CLIENT_ANALYTICS;
import static io.clientele.acceptance.RunningStack.LOYALTY;
import static io.clientele.acceptance.Subscriber.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.clientele.contracts.Topics;
import io.clientele.testing.EventSchemas;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
 * service killed in the middle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {

    private static final int CLIENTS = 5_369;
    private static final int HOUSEHOLD_PAYERS = 523;
    private static final String HOUSEHOLD_RULE = """
            {"events":{"type":"transaction","where":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},\
            "agg":"sum","field":"amount","currency":"CZK","window":{"last":"P90D"},"gt":"5000"}}""";

    private static final String RECORD =
            ",\"type\":\"PERSON\",\"name\":\"A Client of the Story\",\"domicile\":\"CZ\",\"manager\":\"rm-1\",\"team\":\"team-1\"}\n";

    private final RunningStack stack = new RunningStack();
    private Subscriber subscriber;

    private String segment;
    private String newcomer;
    private String plan;
    private String programme;
    private String member;
    private String memberClient;
    private String reward;

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
                record -> "io.clientele.clients.client.registered.v1".equals(Subscriber.header(record, "ce_type")));

        assertThat(new TreeSet<>(registered.stream().map(ConsumerRecord::key).toList()))
                .hasSize(CLIENTS);
        assertThat(analyst()
                        .get("/v1/clients/1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("birthDate"))
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
        assertThat(imported("/v1/clients/imports", "{\"id\":\"" + byFile + "\"" + RECORD)
                        .getLong("accepted"))
                .isEqualTo(1);
        assertThat(imported("/v1/clients/imports", "{\"id\":\"" + byFile + "\"" + RECORD)
                        .getLong("duplicates"))
                .isEqualTo(1);
        try (BankSystems systems = new BankSystems(stack.bootstrapServers())) {
            systems.send(Topics.CLIENT_RECORDS, byTopic, "{\"clientId\":\"" + byTopic + "\"" + RECORD);
            systems.send(Topics.CLIENT_RECORDS, byTopic, "{\"clientId\":\"" + byTopic + "\"" + RECORD);
            await("the record sent by topic", () -> analyst().get("/v1/clients/" + byTopic));
            String paid = activity(byTopic, byTopic, "100.00", now());
            systems.send(Topics.CLIENT_ACTIVITY, byTopic, paid);
            systems.send(Topics.CLIENT_ACTIVITY, byTopic, paid);
            imported("/v1/activities/imports", paid);
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(analyst()
                                .get("/v1/clients/" + byTopic + "/activities")
                                .jsonPath()
                                .getList("items.sourceId"))
                        .containsExactly("story-" + byTopic));
        for (String client : List.of(byFile, byTopic)) {
            subscriber.await("client.registered", of("io.clientele.clients.client.registered.v1", client));
            assertThat(subscriber.readToTheEnd())
                    .filteredOn(record -> client.equals(record.key()) && Topics.CLIENTS.equals(record.topic()))
                    .hasSize(1);
        }
    }

    @Test
    @Order(3)
    void aGovernedSegmentOfHouseholdPayersHasExactlyItsMembers() {
        Response drafted = analyst()
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"Household payers " + UUID.randomUUID() + "\",\"rule\":" + HOUSEHOLD_RULE + "}")
                .post("/v1/segments");
        drafted.then().statusCode(lessThan(300));
        segment = drafted.jsonPath().getString("id");
        String version = "/v1/segments/" + segment + "/versions/1";
        analyst()
                .contentType("application/json")
                .header("If-Match", tag(version))
                .body("{}")
                .post(version + "/reviews")
                .then()
                .statusCode(lessThan(300));
        analyst()
                .contentType("application/json")
                .header("If-Match", tag(version))
                .body("{}")
                .post(version + "/approvals")
                .then()
                .statusCode(403);
        secondAnalyst()
                .contentType("application/json")
                .header("If-Match", tag(version))
                .body("{}")
                .post(version + "/approvals")
                .then()
                .statusCode(lessThan(300));

        JsonPath calculation = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> analyst()
                                .get("/v1/segments/" + segment + "/calculation")
                                .jsonPath(),
                        seen -> "COMPLETED".equals(seen.getString("state")));

        assertThat(calculation.getLong("entered")).isEqualTo(HOUSEHOLD_PAYERS);
        assertThat(members()).hasSize(HOUSEHOLD_PAYERS);
        assertThat(subscriber.awaitCount("segment.entered", HOUSEHOLD_PAYERS, this::entered))
                .hasSize(HOUSEHOLD_PAYERS);
    }

    @Test
    @Order(4)
    void aPaymentMovesAClientInAndTimeMovesTheClientOut() {
        Set<String> members = members();
        newcomer = IntStream.rangeClosed(1, CLIENTS)
                .mapToObj(Integer::toString)
                .filter(client -> !members.contains(client))
                .findFirst()
                .orElseThrow();
        Instant paid = now();
        send(activity("newcomer-1", newcomer, "6000.00", paid));
        subscriber.await(
                "segment.entered of the newcomer",
                of("io.clientele.segments.segment.entered.v1", newcomer).and(this::entered));
        assertThat(members()).contains(newcomer);

        stack.killAndStart(CLIENT_ANALYTICS);
        stack.moveClock("+P90D");

        ConsumerRecord<String, String> left =
                subscriber.await("segment.left of the newcomer", of("io.clientele.segments.segment.left.v1", newcomer));
        assertThat(JsonPath.from(left.value()).getString("segmentId")).isEqualTo(segment);
        assertThat(Instant.parse(JsonPath.from(left.value()).getString("effectiveAt")))
                .isEqualTo(paid.plus(Duration.ofDays(90)));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !members().contains(newcomer));
    }

    @Test
    @Order(5)
    void anAccountPlanIsWrittenSignedSubmittedAndApproved() {
        JsonPath client = analyst().get("/v1/clients/1").jsonPath();
        String manager = client.getString("manager");
        String team = client.getString("team");
        Planning planning = new Planning(stack, manager, team, now());

        plan = planning.open("1");
        planning.refusesToSubmitAVagueObjective(plan);
        stack.killAndStart(ACCOUNT_PLAN);
        planning.addSoundObjective(plan);
        planning.haveTheSpecialistSign(plan);
        planning.submit(plan);
        planning.approve(plan);

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
        String terms = """
                {"name":"Household rewards %s","timeZone":"Europe/Prague","termsVersion":"1994-04",
                 "currencies":[{"code":"POINTS","name":"Bonus points"}],
                 "rules":[{"key":"household-payments","name":"A point per 100 CZK of household payments","currency":"POINTS",
                   "activityType":"transaction","condition":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},
                   "formula":{"type":"PER_AMOUNT_STEP","points":1,"step":{"amount":"100.00","currency":"CZK"},"rounding":"DOWN"},
                   "expiry":{"type":"ROLLING","period":"P12M"}}]}""".formatted(UUID.randomUUID());
        Response drafted = operator()
                .contentType("application/json")
                .header("Idempotency-Key", key())
                .body(terms)
                .post("/v1/loyalty-programmes");
        drafted.then().statusCode(lessThan(300));
        programme = drafted.header("Location");
        command(operator(), LOYALTY, programme, "reviews", "{}").then().statusCode(lessThan(300));
        assertThat(command(stack.as(LOYALTY, "loyalty-approver", "operator-1"), LOYALTY, programme, "approvals", "{}")
                        .statusCode())
                .isEqualTo(403);
        command(stack.as(LOYALTY, "loyalty-approver", "approver-1"), LOYALTY, programme, "approvals", "{}")
                .then()
                .statusCode(lessThan(300));

        assertThat(operator().get(programme).jsonPath().getString("state")).isEqualTo("ACTIVE");
        subscriber.await(
                "programme.activated",
                of("io.clientele.loyalty.programme.activated.v1", programme.substring(programme.lastIndexOf('/') + 1)));
    }

    @Test
    @Order(7)
    void segmentMembersEnrolAndTheirPaymentsEarn() {
        String stays = newcomer;
        send(activity("stays-1", stays, "7000.00", now()));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> members().contains(stays));
        Response batch = Awaitility.await("the segment's members reach the loyalty service")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> enrolSegment(),
                        reply -> reply.statusCode() == 202
                                && finished(reply.header("Location")).getLong("clients")
                                        == members().size());
        JsonPath report = finished(batch.header("Location"));
        assertThat(report.getLong("enrolled") + report.getLong("alreadyMembers"))
                .isEqualTo(members().size());
        memberClient = members().iterator().next();
        member = operator()
                .queryParam("client", memberClient)
                .get(programme + "/members")
                .jsonPath()
                .getString("items[0].id");

        Instant joined = Instant.parse(
                operator().get(programme + "/members/" + member).jsonPath().getString("joinedAt"));
        Awaitility.await("payments after the enrolment").until(() -> now().isAfter(joined));
        for (int payment = 0; payment < 5; payment++) {
            send(activity("earn-" + payment, memberClient, "199.00", now()));
            if (payment == 2) {
                stack.killAndStart(LOYALTY);
            }
        }
        send(activity("earn-0", memberClient, "199.00", now()));

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> balance() == 5);
        subscriber.awaitCount("points.earned", 5, of("io.clientele.loyalty.points.earned.v1", member));
    }

    @Test
    @Order(8)
    void fiftyConcurrentRedemptionsGetExactlyWhatTheBalanceAllows() throws Exception {
        Response offered = operator()
                .contentType("application/json")
                .header("Idempotency-Key", key())
                .body("{\"name\":\"Coffee\",\"currency\":\"POINTS\",\"points\":1}")
                .post(programme + "/rewards");
        offered.then().statusCode(lessThan(300));
        reward = offered.jsonPath().getString("id");

        List<Integer> statuses = concurrently(50, () -> redeem(key()).statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        assertThat(statuses).filteredOn(status -> status != 201).hasSize(45).containsOnly(409);
        assertThat(balance()).isZero();
        assertThat(stack.as(LOYALTY, "auditor", "auditor-1")
                        .get(programme + "/integrity")
                        .jsonPath()
                        .getBoolean("agrees"))
                .isTrue();
    }

    @Test
    @Order(9)
    void aKillInTheMiddleOfRedemptionsLosesAndDoublesNothing() throws Exception {
        send(activity("again-20", memberClient, "2000.00", now()));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> balance() == 20);
        List<String> keys = IntStream.range(0, 20).mapToObj(i -> key()).toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> redeeming = new ArrayList<>();
            keys.forEach(key -> redeeming.add(threads.submit(() -> redeemUntilAnswered(key))));
            stack.killAndStart(LOYALTY);
            for (Future<?> redemption : redeeming) {
                redemption.get();
            }
        }

        assertThat(balance()).isZero();
        assertThat(stack.as(LOYALTY, "auditor", "auditor-1")
                        .get(programme + "/integrity")
                        .jsonPath()
                        .getBoolean("agrees"))
                .isTrue();
        subscriber.awaitCount("points.redeemed", 25, of("io.clientele.loyalty.points.redeemed.v1", member));
    }

    @Test
    @Order(10)
    void aPlainKafkaClientReadsItAllInOrderWithoutGapsAndValid() {
        List<ConsumerRecord<String, String>> all = subscriber.readToTheEnd();

        assertThat(all).hasSizeGreaterThan(CLIENTS + HOUSEHOLD_PAYERS);
        assertThat(subscriber.sequenceFaults()).isEmpty();
        Map<String, List<String>> violations = new HashMap<>();
        for (ConsumerRecord<String, String> record : all) {
            String type = String.valueOf(Subscriber.header(record, "ce_type"));
            List<String> found = EventSchemas.violations(type, record.value());
            if (!found.isEmpty()) {
                violations.put(type, found);
            }
        }
        assertThat(violations).isEmpty();
        assertThat(all)
                .extracting(ConsumerRecord::topic)
                .contains(Topics.CLIENTS, Topics.SEGMENTS, Topics.ACCOUNT_PLANS, Topics.LOYALTY);
    }

    private boolean entered(ConsumerRecord<String, String> record) {
        return "io.clientele.segments.segment.entered.v1".equals(Subscriber.header(record, "ce_type"))
                && JsonPath.from(record.value()).getString("segmentId").equals(segment);
    }

    private Set<String> members() {
        Set<String> members = new TreeSet<>();
        String cursor = null;
        do {
            var request = analyst().queryParam("limit", 500);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/segments/" + segment + "/members")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            members.addAll(page.getList("items.clientId"));
            cursor = page.getString("next");
        } while (cursor != null);
        return members;
    }

    private Response enrolSegment() {
        return operator()
                .contentType("application/json")
                .header("Idempotency-Key", key())
                .body("{\"segmentId\":\"" + segment + "\"}")
                .post(programme + "/members/batches");
    }

    private JsonPath finished(String batch) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> operator().get(batch).jsonPath(), seen -> "COMPLETED".equals(seen.getString("state")));
    }

    private long balance() {
        return operator()
                .get(programme + "/members/" + member + "/balance")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("available");
    }

    private Response redeem(String key) {
        return operator()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"rewardId\":\"" + reward + "\",\"quantity\":1}")
                .post(programme + "/members/" + member + "/redemptions");
    }

    private void redeemUntilAnswered(String key) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> redeem(key).statusCode() == 201);
    }

    private Response command(RequestSpecification caller, String service, String path, String command, String body) {
        String tag = stack.as(service, "auditor", "auditor-1")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        return caller.contentType("application/json")
                .header("If-Match", tag)
                .header("Idempotency-Key", key())
                .body(body)
                .post(path + "/" + command);
    }

    private String tag(String path) {
        return analyst().get(path).then().statusCode(200).extract().header("ETag");
    }

    private void send(String activity) {
        bank().contentType("application/json")
                .body("{\"items\":[" + activity.strip() + "]}")
                .post("/v1/activities")
                .then()
                .statusCode(202);
    }

    private static String activity(String source, String client, String amount, Instant at) {
        return """
                {"sourceId":"story-%s","clientId":"%s","type":"transaction","occurredAt":"%s",\
                "data":{"amount":"%s","currency":"CZK","direction":"DEBIT","channel":"REMITTANCE","category":"HOUSEHOLD"}}
                """.formatted(source, client, at, amount);
    }

    private JsonPath imported(String path, String lines) {
        Response accepted = bank().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(path);
        accepted.then().statusCode(202);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> bank().get(accepted.header("Location")).jsonPath(),
                        job -> "COMPLETED".equals(job.getString("state")));
    }

    private static void await(String what, Supplier<Response> call) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .until(() -> call.get().statusCode() == 200);
    }

    private Instant now() {
        return Instant.parse(stack.run("clock").strip()).truncatedTo(ChronoUnit.SECONDS);
    }

    private RequestSpecification analyst() {
        return stack.as(CLIENT_ANALYTICS, "analyst", "analyst-1");
    }

    private RequestSpecification secondAnalyst() {
        return stack.as(CLIENT_ANALYTICS, "analyst", "analyst-2");
    }

    private RequestSpecification bank() {
        return stack.as(CLIENT_ANALYTICS, "system", "bank-systems");
    }

    private RequestSpecification operator() {
        return stack.as(LOYALTY, "loyalty-operator", "operator-1");
    }

    private static String key() {
        return UUID.randomUUID().toString();
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
