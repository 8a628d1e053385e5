package io.clientele.stack.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.clientele.stack.UsageException;
import io.clientele.stack.server.Pause;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;

/** Sends a data set through the bulk imports of client-analytics-service, as a bank's own systems would. */
public final class Loading {

    private static final int CHUNK = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final URI service;
    private final String token;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** Loading into the service at {@code service}; {@code token} holds the role {@code system}. */
    public Loading(URI service, String token, PrintStream out) {
        this.service = service;
        this.token = token;
        this.out = out;
    }

    /**
     * Sends all, and returns when the service has worked it off. Sending it again changes nothing.
     *
     * @throws UsageException when the service refuses or fails, with its answer
     */
    public void load(DataSet data) {
        try (var clients = data.clients();
                var activities = data.activities()) {
            send("clients", clients);
            send("activities", activities);
        }
    }

    private void send(String collection, Stream<?> lines) {
        var begun = System.nanoTime();
        var request = request("/v1/" + collection + "/imports")
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArrays(() -> new Chunks(lines.iterator())))
                .build();
        var accepted = exchange(request);
        if (accepted.statusCode() != 202) {
            throw refused(accepted);
        }
        var location = accepted.headers().firstValue("Location").orElseThrow(() -> refused(accepted));
        var result = awaitEnd(service.resolve(location).getPath());
        var seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(
                "  %-10s %,d accepted, %,d already known, %,d rejected in %.1f s%n",
                collection,
                result.path("accepted").asLong(),
                result.path("duplicates").asLong(),
                result.path("rejected").asLong(),
                seconds);
    }

    private JsonNode awaitEnd(String path) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var nextWord = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < deadline) {
            var response = exchange(request(path).GET().build());
            if (response.statusCode() != 200) {
                throw refused(response);
            }
            var job = read(response);
            switch (job.path("state").asText()) {
                case "COMPLETED" -> {
                    return job;
                }
                case "FAILED" -> throw refused(response);
                default -> Pause.millis(100);
            }
            if (System.nanoTime() > nextWord) {
                out.printf(
                        "  ... %,d of %,d%n",
                        job.path("processed").asLong(), job.path("lines").asLong());
                nextWord = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            }
        }
        throw new UsageException("the import " + path + " did not end in " + PATIENCE.toMinutes() + " minutes");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw refused(response);
        }
    }

    private static UsageException refused(HttpResponse<String> response) {
        return new UsageException(
                "the demo data was refused: " + response.request().method() + " " + response.uri() + " answered "
                        + response.statusCode() + " " + response.body());
    }

    /** NDJSON in pieces of some 64 KB, made as they are sent. */
    private final class Chunks implements Iterator<byte[]> {

        private final Iterator<?> lines;

        Chunks(Iterator<?> lines) {
            this.lines = lines;
        }

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public byte[] next() {
            var chunk = new StringBuilder(CHUNK + 1024);
            while (lines.hasNext() && chunk.length() < CHUNK) {
                try {
                    chunk.append(json.writeValueAsString(lines.next())).append('\n');
                } catch (JsonProcessingException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return chunk.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
