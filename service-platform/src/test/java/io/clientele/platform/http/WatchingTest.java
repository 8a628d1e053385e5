package io.clientele.platform.http;

import static io.clientele.platform.memo.MemoApi.anyTitle;
import static io.clientele.platform.memo.MemoApi.as;
import static io.clientele.platform.memo.MemoApi.body;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.platform.memo.MemoApi;
import io.clientele.platform.testing.PlatformTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of a request, and what they must not see. */
@PlatformTest
class WatchingTest {

    @BeforeEach
    void twoBooks() {
        MemoApi.twoBooks();
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
