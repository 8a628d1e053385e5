package io.clientele.platform.problem;

import static io.clientele.platform.memo.MemoApi.anyTitle;
import static io.clientele.platform.memo.MemoApi.as;
import static io.clientele.platform.memo.MemoApi.body;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.clientele.platform.memo.MemoApi;
import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal is a problem that says what to do. */
@PlatformTest
class RefusalsTest {

    @BeforeEach
    void twoBooks() {
        MemoApi.twoBooks();
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
}
