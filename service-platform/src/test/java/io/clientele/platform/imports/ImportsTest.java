package io.clientele.platform.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.platform.memo.MemoImporter;
import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@PlatformTest
class ImportsTest {

    @Inject
    MemoImporter importer;

    private static RequestSpecification sender() {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + PlatformServers.tokens()
                                        .of("system")
                                        .withUser("core")
                                        .signed());
    }

    private static Response send(String type, String content) {
        return sender().contentType(type)
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/v1/memos/imports");
    }

    private static String line(String title) {
        return "{\"clientId\":\"import\",\"title\":\"" + title + "\"}\n";
    }

    private static JsonPath completed(Response accepted) {
        accepted.then().statusCode(202);
        String location = accepted.header("Location");
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> sender().get(location).jsonPath(),
                        job -> !job.getString("state").equals("RUNNING"));
    }

    private static void assertCounts(JsonPath job, long lines, long accepted, long duplicates, long rejected) {
        assertThat(job.getString("state")).isEqualTo("COMPLETED");
        assertThat(job.getLong("lines")).isEqualTo(lines);
        assertThat(job.getLong("processed")).isEqualTo(lines);
        assertThat(job.getLong("accepted")).isEqualTo(accepted);
        assertThat(job.getLong("duplicates")).isEqualTo(duplicates);
        assertThat(job.getLong("rejected")).isEqualTo(rejected);
    }

    private static double counted(String outcome) {
        String line = "clientele_import_lines_total{kind=\"memos\",outcome=\"" + outcome + "\"} ";
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(metric -> metric.startsWith(line))
                .mapToDouble(metric -> Double.parseDouble(metric.substring(line.length())))
                .sum();
    }

    @Test
    void countsLinesByOutcome() {
        double accepted = counted("accepted");
        double rejected = counted("rejected");

        completed(send("application/x-ndjson", line(UUID.randomUUID().toString()) + "nonsense\n"));

        await().untilAsserted(() -> {
            assertThat(counted("accepted")).isEqualTo(accepted + 1);
            assertThat(counted("rejected")).isEqualTo(rejected + 1);
        });
    }

    @Test
    void landsGoodLinesAndReportsBadOnesOneByOne() {
        String run = UUID.randomUUID().toString();
        String file = line(run + "-1") + "{\"clientId\":1}\n\n" + "nonsense\n" + line("forbidden")
                + line(run + "-2").replace("\n", "\r\n") + "{\"clientId\":\"import\",\"title\":\"\"}\n"
                + "x".repeat(ImportFile.MAX_LINE + 1) + "\n" + line(run + "-3").strip();

        Response accepted = send("application/x-ndjson", file);

        JsonPath job = completed(accepted);
        assertCounts(job, 8, 3, 0, 5);
        sender().get(accepted.header("Location") + "/rejections")
                .then()
                .statusCode(200)
                .body("items.line", equalTo(java.util.List.of(2, 3, 4, 6, 7)))
                .body(
                        "items.code",
                        equalTo(java.util.List.of(
                                "malformed-field",
                                "malformed-json",
                                "forbidden-title",
                                "invalid-field",
                                "line-too-long")))
                .body("items[0].pointer", equalTo("/clientId"));
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        String run = UUID.randomUUID().toString();
        String file = line(run + "-1") + line(run + "-2");

        assertCounts(completed(send("application/x-ndjson", file)), 2, 2, 0, 0);
        assertCounts(completed(send("application/x-ndjson", file)), 2, 0, 2, 0);
    }

    @Test
    void readsCsvByItsHeader() {
        String run = UUID.randomUUID().toString();
        String file = "clientId,title,amount.amount,amount.currency,weight\r\n"
                + "import,\"" + run + ", with a comma\",12.50,EUR,3\r\n"
                + "import," + run + "-2,,,\r\n"
                + "import,too,many,EUR,1,values\r\n"
                + "import," + run + "-4,1.234,EUR,1\r\n";

        Response accepted = send("text/csv", file);

        assertCounts(completed(accepted), 4, 2, 0, 2);
        sender().get(accepted.header("Location") + "/rejections")
                .then()
                .body("items.code", equalTo(java.util.List.of("csv-columns-differ", "invalid-field")));
    }

    @Test
    void refusesWhatIsNoImport() {
        send("text/csv", "a,a\n1,2\n").then().statusCode(400).body("code", equalTo("csv-header-malformed"));
        send("text/csv", "").then().statusCode(400).body("code", equalTo("csv-header-malformed"));
        send("application/json", "[]").then().statusCode(415);
        sender().get("/v1/memos/imports/" + UUID.randomUUID()).then().statusCode(404);
        assertCounts(completed(send("application/x-ndjson", "")), 0, 0, 0, 0);
    }

    @Test
    void answersARepeatedKeyWithTheSameImport() {
        String key = UUID.randomUUID().toString();
        String file = line("key " + key);

        Response first = sender().contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/memos/imports");
        Response again = sender().contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/memos/imports");
        Response other = sender().contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .body((file + file).getBytes(StandardCharsets.UTF_8))
                .post("/v1/memos/imports");

        again.then()
                .statusCode(202)
                .header("Location", first.header("Location"))
                .header("Idempotency-Replayed", "true");
        other.then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertCounts(completed(first), 1, 1, 0, 0);
    }

    @Test
    void takesAnInterruptedChunkAgainWithoutDoublingAnything() {
        String run = UUID.randomUUID().toString();
        importer.failInPassing(2);
        String file = IntStream.range(0, 500).mapToObj(i -> line(run + "-" + i)).collect(Collectors.joining());

        assertCounts(completed(send("application/x-ndjson", file)), 500, 500, 0, 0);
        assertThat(importer.failuresLeft()).isZero();
    }

    @Test
    void worksALargeFileOffInSeveralChunks() {
        String run = UUID.randomUUID().toString();
        String padding = " ".repeat(200_000);
        String file = IntStream.range(0, 12)
                .mapToObj(i -> line(run + "-" + i).strip() + padding + "\n")
                .collect(Collectors.joining());

        assertCounts(completed(send("application/x-ndjson", file)), 12, 12, 0, 0);
    }
}
