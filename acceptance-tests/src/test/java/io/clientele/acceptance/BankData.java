package io.clientele.acceptance;

import static io.clientele.acceptance.RunningStack.CLIENT_ANALYTICS;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/** What the bank's systems tell client-analytics over HTTP: client records, and payments as activity. */
final class BankData {

    private final RunningStack stack;

    BankData(RunningStack stack) {
        this.stack = stack;
    }

    /** A client record as a line of NDJSON or a record of the topic, its id under the name {@code key}. */
    static String record(String key, String client) {
        return """
                {"%s":"%s","type":"PERSON","name":"A Client of the Story","domicile":"CZ","manager":"rm-1","team":"team-1"}
                """.formatted(key, client);
    }

    /** A household payment of {@code amount} CZK. */
    static String payment(String source, String client, String amount, Instant at) {
        return """
                {"sourceId":"story-%s","clientId":"%s","type":"transaction","occurredAt":"%s",\
                "data":{"amount":"%s","currency":"CZK","direction":"DEBIT","channel":"REMITTANCE","category":"HOUSEHOLD"}}
                """.formatted(source, client, at, amount);
    }

    /** Sends payments by the batch interface. */
    void send(String payment) {
        bank().contentType("application/json")
                .body("{\"items\":[" + payment.strip() + "]}")
                .post("/v1/activities")
                .then()
                .statusCode(202);
    }

    /** Imports a file of NDJSON and waits for its end. */
    JsonPath imported(String collection, String lines) {
        Response accepted = bank().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(collection + "/imports");
        accepted.then().statusCode(202);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> bank().get(accepted.header("Location")).jsonPath(),
                        job -> "COMPLETED".equals(job.getString("state")));
    }

    private RequestSpecification bank() {
        return stack.as(CLIENT_ANALYTICS, "system", "bank-systems");
    }
}
