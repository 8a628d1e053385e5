package io.clientele.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clientele.stack.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadingTest {

    private static final GeneratedBank BANK = new GeneratedBank(LocalDate.of(2026, 3, 1));

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, List<String>> received = new ConcurrentHashMap<>();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer importer = HttpServer.create();

    LoadingTest() throws IOException {}

    @BeforeEach
    void startImporter() throws IOException {
        importer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        importer.createContext("/v1/", this::answer);
        importer.start();
    }

    @AfterEach
    void stopImporter() {
        importer.stop(0);
    }

    @Test
    void sendsEveryLineAndWaitsUntilAllAreWorkedOff() throws IOException {
        answers.addAll(List.of(
                "{\"state\":\"RUNNING\",\"processed\":10,\"lines\":300}",
                "{\"state\":\"COMPLETED\",\"accepted\":299,\"duplicates\":0,\"rejected\":1}",
                "{\"state\":\"COMPLETED\",\"accepted\":1000,\"duplicates\":7,\"rejected\":0}"));

        loading().load(BANK);

        assertThat(received.get("/v1/clients/imports")).hasSize(300);
        assertThat(received.get("/v1/activities/imports"))
                .hasSize((int) BANK.activities().count());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("299 accepted", "1 rejected", "7 already known");
        JsonNode company = json.readTree(
                received.getOrDefault("/v1/clients/imports", List.of()).getLast());
        assertThat(company.path("id").asText()).isEqualTo("300");
        assertThat(company.path("type").asText()).isEqualTo("COMPANY");
        assertThat(company.has("birthDate")).isFalse();
        assertThat(company.path("relationshipSince").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    @Test
    void saysWhyTheServiceRefused() {
        answers.add("{\"state\":\"FAILED\",\"failure\":\"disk full\"}");

        assertThatThrownBy(() -> loading().load(BANK))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("disk full");
    }

    private Loading loading() {
        var service = URI.create("http://127.0.0.1:" + importer.getAddress().getPort());
        return new Loading(new ServiceApi(service, "token"), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST")) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                received.put(path, body.lines().toList());
                exchange.getResponseHeaders().add("Location", path + "/1");
                exchange.sendResponseHeaders(202, -1);
            } else {
                var body = String.valueOf(answers.poll()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
