package io.clientele.acceptance;

import static io.clientele.acceptance.RunningStack.CLIENT_ANALYTICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Topics;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A large file, and kill -9 of the service in the middle of it: each line is kept once and published. */
class ImportKillTest {

    private static final int LINES = 60_000;
    private static final int CLIENTS = 40;

    private final RunningStack stack = new RunningStack();
    private final String run = "kill-" + UUID.randomUUID();

    @Test
    void anImportGoesOnWhereTheKilledServiceLeftIt() {
        List<String> clients = stack.as(CLIENT_ANALYTICS, "auditor", "auditor-1")
                .queryParam("limit", CLIENTS)
                .get("/v1/clients")
                .jsonPath()
                .getList("items.id");
        assertThat(clients).hasSize(CLIENTS);
        String location = system().contentType("application/x-ndjson")
                .body(activities(clients))
                .post("/v1/activities/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> job(location).getLong("processed") > 0);

        stack.killNow(CLIENT_ANALYTICS);
        stack.startAgain(CLIENT_ANALYTICS);

        JsonPath inTheMiddle = job(location);
        JsonPath done = Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> job(location), job -> job.getString("state").equals("COMPLETED"));
        assertThat(inTheMiddle.getLong("processed")).isPositive();
        assertThat(done.getLong("accepted")).isEqualTo(LINES);
        assertThat(done.getLong("duplicates")).isZero();
        assertThat(done.getLong("rejected")).isZero();
        List<String> kept = kept(clients.getLast());
        assertThat(kept).doesNotHaveDuplicates().hasSize(LINES / CLIENTS);
        try (Subscriber subscriber = new Subscriber(stack.bootstrapServers(), List.of(Topics.CLIENT_ACTIVITY))) {
            assertThat(subscriber.readToTheEnd().stream()
                            .map(record -> Subscriber.header(record, "ce_id"))
                            .filter(Objects::nonNull)
                            .filter(id -> id.startsWith(run))
                            .distinct()
                            .count())
                    .isEqualTo(LINES);
        }
    }

    private byte[] activities(List<String> clients) {
        StringBuilder file = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            file.append("{\"sourceId\":\"" + run + "-" + line + "\",\"clientId\":\"" + clients.get(line % CLIENTS)
                    + "\",\"type\":\"login\",\"occurredAt\":\"1993-0" + (1 + line % 9)
                    + "-15T10:00:00Z\",\"data\":{\"channel\":\"MOBILE_APP\",\"device\":\"PHONE\"}}\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Every activity of a client, page by page. */
    private List<String> kept(String client) {
        List<String> kept = new ArrayList<>();
        @Nullable String next = null;
        do {
            RequestSpecification request = stack.as(CLIENT_ANALYTICS, "auditor", "auditor-1")
                    .queryParam("limit", 500)
                    .queryParam("type", "login");
            JsonPath page = (next == null
                            ? request
                            : stack.as(CLIENT_ANALYTICS, "auditor", "auditor-1")
                                    .queryParam("limit", 500)
                                    .queryParam("cursor", next))
                    .get("/v1/clients/" + client + "/activities")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            kept.addAll(page.getList("items.sourceId", String.class).stream()
                    .filter(source -> source.startsWith(run))
                    .toList());
            next = page.getString("next");
        } while (next != null);
        return kept;
    }

    private JsonPath job(String location) {
        return system().get(location).jsonPath();
    }

    private RequestSpecification system() {
        return stack.as(CLIENT_ANALYTICS, "system", "core-banking");
    }
}
