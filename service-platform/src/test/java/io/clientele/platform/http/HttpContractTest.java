package io.clientele.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PlatformTest
class HttpContractTest {

    @BeforeEach
    void twoBooks() throws SQLException {
        try (Connection superuser = PlatformServers.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "INSERT INTO client_book VALUES ('c-1', 'anna', 'north'), ('c-2', 'ben', 'south') ON CONFLICT DO NOTHING");
        }
    }

    private static RequestSpecification as(String user) {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + PlatformServers.tokens()
                                        .of("relationship-manager")
                                        .withUser(user)
                                        .signed())
                .contentType("application/json");
    }

    private static String body(String client, String title) {
        return "{\"clientId\":\"%s\",\"title\":\"%s\"}".formatted(client, title);
    }

    private static String anyTitle() {
        return "memo " + UUID.randomUUID();
    }

    private static String created(String user, String client) {
        return as(user).body(body(client, anyTitle()))
                .post("/v1/memos")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"clientId\":\"c-1\",\"title\":\"t\",\"colour\":1} | 400 | unknown-field | /colour",
                "{\"clientId\":\"c-1\" | 400 | malformed-json |",
                "{\"clientId\":\"c-1\",\"title\":7} | 400 | malformed-field | /title",
                "{\"clientId\":\"c-1\",\"title\":\"t\",\"due\":\"tomorrow\"} | 400 | malformed-field | /due",
                "{\"clientId\":\"c-1\",\"title\":\"t\",\"weight\":1.5} | 400 | malformed-field | /weight",
                "{\"clientId\":\"c-1\",\"title\":\"a\\u0000b\"} | 400 | malformed-field | /title",
                "{\"clientId\":\"c-1\",\"title\":\"t\",\"parts\":[{\"name\":\"\"}]} | 422 | invalid-field | /parts/0/name",
                "{\"clientId\":\"c-1\"} | 422 | invalid-field | /title",
                "{\"clientId\":\"c-1\",\"title\":\"t\",\"amount\":{\"amount\":\"1.234\",\"currency\":\"EUR\"}} | 422 | invalid-field | /amount",
                "{\"clientId\":\"c-1\",\"title\":\"t\",\"amount\":{\"amount\":1.2,\"currency\":\"EUR\"}} | 400 | malformed-field | /amount/amount",
                "{\"clientId\":\"c-1\",\"title\":\"t\",\"amount\":{\"amount\":\"1.2\",\"currency\":\"EURO\"}} | 422 | invalid-field | /amount",
                "{\"clientId\":\"c-1\",\"title\":\"t\"} x | 400 | malformed-json |",
                "{\"clientId\":\"c-1\",\"clientId\":\"c-1\",\"title\":\"t\"} | 400 | malformed-json |",
            })
    void refusesABadBodyAndPointsAtTheCause(String json, int status, String code, String pointer) {
        Response response = as("anna").body(json).post("/v1/memos");

        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("correlationId", notNullValue());
        if (pointer != null) {
            response.then().body("errors.pointer", hasItem(pointer));
        }
    }

    @Test
    void refusesAnEmptyAndANullBody() {
        as("anna").body("").post("/v1/memos").then().statusCode(422).body("code", equalTo("invalid-field"));
        as("anna").body("null").post("/v1/memos").then().statusCode(422).body("code", equalTo("invalid-field"));
    }

    @Test
    void answersWhatTheHttpLayerRefusesWithAProblem() {
        as("anna")
                .get("/v1/no-such-thing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
        as("anna").delete("/v1/memos").then().statusCode(405).contentType("application/problem+json");
        as("anna")
                .contentType("text/plain")
                .body("x")
                .post("/v1/memos")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        as("anna").accept("image/png").get("/v1/memos").then().statusCode(406).contentType("application/problem+json");
        as("anna").get("/v1/memos/not-a-uuid").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void answersAnAddressThatIsNoneWithAProblem() throws IOException {
        try (Socket connection = new Socket("127.0.0.1", RestAssured.port)) {
            connection
                    .getOutputStream()
                    .write("GET /v1/memos/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String reply = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reply).startsWith("HTTP/1.1 400").contains("application/problem+json", "malformed-request");
        }
    }

    @Test
    void refusesTheUnknownCallerAndTheWrongRole() {
        given().get("/v1/memos")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"));
        given().header("Authorization", "Bearer nonsense")
                .get("/v1/memos")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().header(
                        "Authorization",
                        "Bearer " + PlatformServers.tokens().of("finance").signed())
                .get("/v1/memos")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("role-missing"));
    }

    @Test
    void namesTheConstraintADuplicateBreaks() {
        String title = anyTitle();
        as("anna").body(body("c-1", title)).post("/v1/memos").then().statusCode(201);

        as("anna")
                .body(body("c-1", title))
                .post("/v1/memos")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-exists:memo-title-uq"));
        as("anna")
                .body(body("c-1", "forbidden"))
                .post("/v1/memos")
                .then()
                .statusCode(422)
                .body("code", equalTo("rule-violated:memo-title-ck"));
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        Response made = as("anna").body(body("c-1", anyTitle())).post("/v1/memos");
        String path = made.header("Location");
        String tag = made.header("ETag");

        as("anna")
                .body(body("c-1", anyTitle()))
                .put(path)
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-missing"));
        String moved = as("anna")
                .header("If-Match", tag)
                .body(body("c-1", anyTitle()))
                .put(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(moved).isNotEqualTo(tag);
        as("anna")
                .header("If-Match", tag)
                .body(body("c-1", anyTitle()))
                .put(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));
        as("anna").get(path).then().header("ETag", moved);
    }

    @Test
    void letsOneOfManyConcurrentChangesOfOneVersionThrough() throws Exception {
        Response made = as("anna").body(body("c-1", anyTitle())).post("/v1/memos");

        List<Integer> statuses = concurrently(
                16,
                i -> as("anna")
                        .header("If-Match", made.header("ETag"))
                        .body(body("c-1", anyTitle()))
                        .put(made.header("Location"))
                        .statusCode());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(412);
    }

    @Test
    void replaysTheFirstReplyToARepeatedKey() {
        String key = UUID.randomUUID().toString();
        String body = body("c-1", anyTitle());

        Response first = as("anna").header("Idempotency-Key", key).body(body).post("/v1/memos");
        Response second = as("anna").header("Idempotency-Key", key).body(body).post("/v1/memos");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.asString()).isEqualTo(first.asString());
        as("anna")
                .header("Idempotency-Key", key)
                .body(body("c-1", "another"))
                .post("/v1/memos")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        as("anna")
                .header("Idempotency-Key", "two words")
                .body(body)
                .post("/v1/memos")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-malformed"));
    }

    @Test
    void doesNotKeepARefusal() {
        String key = UUID.randomUUID().toString();
        as("anna")
                .header("Idempotency-Key", key)
                .body(body("c-1", "forbidden"))
                .post("/v1/memos")
                .then()
                .statusCode(422);

        as("anna")
                .header("Idempotency-Key", key)
                .body(body("c-1", anyTitle()))
                .post("/v1/memos")
                .then()
                .statusCode(201);
    }

    @Test
    void hasOneEffectForManyConcurrentRequestsOfOneKey() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = body("c-1", anyTitle());

        List<Response> replies = concurrently(
                32, i -> as("anna").header("Idempotency-Key", key).body(body).post("/v1/memos"));

        Set<String> created = new HashSet<>();
        for (Response reply : replies) {
            if (reply.statusCode() == 201) {
                created.add(reply.header("Location"));
            } else {
                reply.then().statusCode(409).body("code", equalTo("idempotency-key-in-use"));
            }
        }
        assertThat(created).hasSize(1);
    }

    @Test
    void walksACollectionPageByPageWithTheFiltersInTheCursor() {
        String client = "c-1";
        Set<String> made = new HashSet<>();
        IntStream.range(0, 7).forEach(i -> made.add(created("anna", client)));
        Set<String> seen = new HashSet<>();

        Response page =
                as("anna").queryParam("limit", 3).queryParam("client", client).get("/v1/memos");
        while (true) {
            page.then().statusCode(200);
            assertThat(page.jsonPath().getList("items").size()).isLessThanOrEqualTo(3);
            page.jsonPath()
                    .<String>getList("items.id")
                    .forEach(id -> assertThat(seen.add("/v1/memos/" + id)).isTrue());
            String next = page.jsonPath().getString("next");
            if (next == null) {
                break;
            }
            assertThat(page.header("Link")).contains("cursor=" + next).contains("rel=\"next\"");
            page = as("anna").queryParam("limit", 3).queryParam("cursor", next).get("/v1/memos");
        }

        assertThat(seen).containsAll(made);
    }

    @Test
    void refusesMalformedPaging() {
        for (String limit : List.of("0", "501", "-1", "x", "1.5", "99999999999")) {
            as("anna")
                    .queryParam("limit", limit)
                    .get("/v1/memos")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("limit-out-of-range"));
        }
        as("anna")
                .queryParam("cursor", "!!")
                .get("/v1/memos")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-malformed"));
    }

    @Test
    void showsNobodyAnothersClients() {
        String own = created("anna", "c-1");

        as("ben").get(own).then().statusCode(404);
        as("ben")
                .header("If-Match", "*")
                .body(body("c-1", anyTitle()))
                .put(own)
                .then()
                .statusCode(404);
        as("ben")
                .queryParam("limit", 500)
                .get("/v1/memos")
                .then()
                .statusCode(200)
                .body("items.findAll { it.clientId == 'c-1' }.size()", equalTo(0));
        as("ben").body(body("c-1", anyTitle())).post("/v1/memos").then().statusCode(404);
        as("anna").get(own).then().statusCode(200).body("clientId", equalTo("c-1"));
    }

    @Test
    void eitherLineOfScopeHoldsAlone() throws SQLException {
        String own = created("anna", "c-1");
        try (Connection superuser = PlatformServers.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("ALTER TABLE memo DISABLE ROW LEVEL SECURITY");
            try {
                as("ben").get(own).then().statusCode(404);
                as("ben")
                        .queryParam("limit", 500)
                        .get("/v1/memos")
                        .then()
                        .body("items.findAll { it.clientId == 'c-1' }.size()", equalTo(0));
            } finally {
                statement.execute("ALTER TABLE memo ENABLE ROW LEVEL SECURITY");
            }
            statement.execute("SET ROLE account_plan_app");
            statement.execute("SELECT set_config('app.user', 'ben', false), set_config('app.reach', 'BOOK', false)");
            try (var rows = statement.executeQuery("SELECT count(*) FROM memo WHERE client_id = 'c-1'")) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
            statement.execute("SELECT set_config('app.user', 'anna', false)");
            try (var rows = statement.executeQuery("SELECT count(*) FROM memo WHERE client_id = 'c-1'")) {
                rows.next();
                assertThat(rows.getLong(1)).isPositive();
            }
        }
    }

    @Test
    void keepsClientDataOutOfTheLog() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord entry) {
                StringWriter text = new StringWriter();
                text.append(entry.getFormattedMessage());
                if (entry.getThrown() != null) {
                    entry.getThrown().printStackTrace(new PrintWriter(text));
                }
                logged.add(text.toString());
            }
        };
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        String secret = anyTitle();
        try {
            as("anna").body(body("c-1", secret)).post("/v1/memos").then().statusCode(201);
            as("anna").body(body("c-1", secret)).post("/v1/memos").then().statusCode(409);
            as("anna").body(body(secret, "forbidden")).post("/v1/memos").then().statusCode(404);
        } finally {
            root.removeHandler(listener);
        }

        assertThat(logged).noneMatch(line -> line.contains(secret));
    }

    @Test
    void givesTheCorrelationBack() {
        as("anna").header("X-Correlation-Id", "abc-1").get("/v1/memos").then().header("X-Correlation-Id", "abc-1");
        as("anna")
                .header("X-Correlation-Id", "no good\u00e9")
                .get("/v1/memos")
                .then()
                .header("X-Correlation-Id", notNullValue());
        as("anna").get("/v1/memos").then().body("items.find { it.title == null }", nullValue());
    }

    private static <T> List<T> concurrently(int callers, java.util.function.IntFunction<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<T>> results = threads.invokeAll(IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                    .toList());
            List<T> values = new java.util.ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        }
    }

    @Test
    void latencyIsMeasuredInBuckets() {
        as("anna").get("/v1/memos").then().statusCode(200);

        given().get("/q/metrics")
                .then()
                .body(
                        containsString(
                                "http_server_requests_seconds_bucket{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/v1/memos\",le=\"0.1\"}"));
    }
}
