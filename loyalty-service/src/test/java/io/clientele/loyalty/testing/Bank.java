package io.clientele.loyalty.testing;

import static io.restassured.RestAssured.given;

import io.clientele.contracts.clients.ClientRegistered;
import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.loyalty.client.ClientTraits;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.platform.clients.ClientReplica;
import io.clientele.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The bank around the service under test: its clients, its people, and what they do through the API. */
@ApplicationScoped
public class Bank {

    public static final String OPERATOR = "olga.operator";
    public static final String APPROVER = "adam.approver";
    public static final String MANAGER = "rita.manager";

    private final ClientReplica replica;
    private final ClientTraits traits;

    Bank(ClientReplica replica, ClientTraits traits) {
        this.replica = replica;
        this.traits = traits;
    }

    /** A client nobody else has, of {@link #MANAGER}'s book. */
    public String client() {
        return clientOf(MANAGER);
    }

    /** A client nobody else has, of {@code manager}'s book. */
    public String clientOf(String manager) {
        return client(manager, Map.of(), List.of());
    }

    /** Clients of {@link #MANAGER}'s book with these numbers. */
    public void clients(Collection<String> ids) {
        Work.of("test")
                .run(() -> QuarkusTransaction.requiringNew()
                        .run(() -> ids.forEach(id -> register(id, MANAGER, Map.of(), List.of()))));
    }

    /** A client nobody else has, of whom a fact is known. */
    public String clientWho(String attribute) {
        return client(MANAGER, Map.of(attribute, true), List.of());
    }

    /** A client nobody else has, who holds a product. */
    public String clientHolding(String product) {
        return client(MANAGER, Map.of(), List.of(new HeldProduct(product, "1", null, null)));
    }

    private String client(String manager, Map<String, Object> attributes, List<HeldProduct> products) {
        String id = "c-" + UUID.randomUUID();
        Work.of("test")
                .run(() -> QuarkusTransaction.requiringNew().run(() -> register(id, manager, attributes, products)));
        return id;
    }

    private void register(String id, String manager, Map<String, Object> attributes, List<HeldProduct> products) {
        ClientState state = new ClientState(
                id,
                ClientType.PERSON,
                "Jan Novak",
                null,
                null,
                null,
                null,
                "CZ",
                null,
                manager,
                "north",
                null,
                null,
                null,
                null,
                null,
                attributes,
                products);
        replica.apply(new ClientRegistered(id, state, Instant.now(), "test", "/v1/clients/" + id), 1);
        traits.apply(state, 1);
    }

    /** A request by the operator. */
    public static RequestSpecification operator() {
        return as(OPERATOR, Roles.LOYALTY_OPERATOR);
    }

    /** A request by the approver. */
    public static RequestSpecification approver() {
        return as(APPROVER, Roles.LOYALTY_APPROVER);
    }

    /** A request by a user in one role. */
    public static RequestSpecification as(String user, String role) {
        return with(TestTokens.signed(user, role));
    }

    /** A request by a client in person. */
    public static RequestSpecification client(String clientId) {
        return with(TestTokens.of(Roles.CLIENT)
                .withUser("user-of-" + clientId)
                .withClient(clientId)
                .signed());
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    /** The terms of most tests: a point per 100 CZK of household payments, good for a year. */
    public static String terms(String name) {
        return terms(name, "{\"type\":\"ROLLING\",\"period\":\"P12M\"}");
    }

    /** A point per 100 CZK of household payments, with an expiry policy. */
    public static String terms(String name, String expiry) {
        return """
                {"name":"%s","timeZone":"Europe/Prague","termsVersion":"2026-01",
                 "currencies":[{"code":"POINTS","name":"Bonus points"}],
                 "rules":[{"key":"household-payments","name":"A point per 100 CZK","currency":"POINTS","activityType":"transaction",
                   "condition":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},
                   "formula":{"type":"PER_AMOUNT_STEP","points":1,"rounding":"DOWN","step":{"amount":"100.00","currency":"CZK"}},
                   "expiry":%s}]}""".formatted(name, expiry);
    }

    /** An active programme with {@link #terms}; its id. */
    public static String activeProgramme() {
        return activeProgramme(terms("Household rewards"));
    }

    /** An active programme; its id. */
    public static String activeProgramme(String terms) {
        Response drafted = operator().body(terms).post("/v1/loyalty-programmes");
        drafted.then().statusCode(201);
        String id = drafted.path("id");
        String path = "/v1/loyalty-programmes/" + id;
        String tag = operator()
                .header("If-Match", drafted.header("ETag"))
                .post(path + "/reviews")
                .header("ETag");
        approver()
                .header("If-Match", tag)
                .body("{}")
                .post(path + "/approvals")
                .then()
                .statusCode(201);
        return id;
    }

    /** A client's new membership; its path. */
    public static String enrolled(String programme, String client) {
        Response enrolled =
                operator().body(Map.of("clientId", client)).post("/v1/loyalty-programmes/" + programme + "/members");
        enrolled.then().statusCode(201);
        return enrolled.header("Location");
    }

    /** Credits {@code points} for a household payment made now. */
    public static void earns(String member, long points) {
        operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(payment("pay-" + UUID.randomUUID(), points * 100, io.clientele.testing.TestClock.now()))
                .post(member + "/transactions")
                .then()
                .statusCode(201);
    }

    /** A programme's terms with conditions of participation. */
    public static String termsWith(String participation) {
        return terms("Household rewards", "", ",\"participation\":" + participation);
    }

    /** A household payment as reported by the API. */
    public static String payment(String sourceId, long crowns, Instant at) {
        return """
                {"sourceId":"%s","activityType":"transaction","occurredAt":"%s",
                 "data":{"category":"HOUSEHOLD","amount":"%d.00","currency":"CZK"}}""".formatted(sourceId, at, crowns);
    }

    /** A reward; its id. */
    public static String reward(String programme, long points, String stock) {
        Response offered =
                operator().body("""
                        {"name":"Cinema ticket","currency":"POINTS","points":%d,"stock":%s}""".formatted(points, stock)).post("/v1/loyalty-programmes/" + programme + "/rewards");
        offered.then().statusCode(201);
        return offered.path("id");
    }

    /** Asks to redeem a reward at once. */
    public static Response redeem(String member, String reward, String key) {
        return operator()
                .header("Idempotency-Key", key)
                .body(Map.of("rewardId", reward))
                .post(member + "/redemptions");
    }

    /** One number of a member's balance. */
    public static long balance(String member, String field) {
        return ((Number) operator().get(member + "/balance").path(field)).longValue();
    }

    /** Whether a programme's books agree. */
    public static boolean booksAgree(String programme) {
        return operator()
                .get("/v1/loyalty-programmes/" + programme + "/integrity")
                .path("agrees");
    }

    /** {@link #terms} with caps, policies, activation or tiers: more members of the rule and of the programme. */
    public static String terms(String name, String moreOfTheRule, String moreOfTheTerms) {
        String plain = terms(name);
        String rule = plain.substring(0, plain.lastIndexOf("}]}")) + moreOfTheRule + "}]";
        return rule + moreOfTheTerms + "}";
    }

    /** Reports a household payment; the reply. */
    public static Response pays(String member, String sourceId, long crowns) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(payment(sourceId, crowns, io.clientele.testing.TestClock.now()))
                .post(member + "/transactions");
    }

    /** A command of the operator with a key of its own. */
    public static Response commands(String path, Object body) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                .body(body)
                .post(path);
    }

    /** What every one of so many concurrent callers is answered, repeating what is answered 503 as callers do. */
    public static List<Response> atOnce(int count, java.util.function.IntFunction<Response> request) {
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            return java.util.stream.IntStream.range(0, count)
                    .mapToObj(
                            i -> java.util.concurrent.CompletableFuture.supplyAsync(() -> served(i, request), threads))
                    .toList()
                    .stream()
                    .map(java.util.concurrent.CompletableFuture::join)
                    .toList();
        }
    }

    private static Response served(int i, java.util.function.IntFunction<Response> request) {
        Response reply = request.apply(i);
        while (reply.statusCode() == 503) {
            reply = request.apply(i);
        }
        return reply;
    }
}
