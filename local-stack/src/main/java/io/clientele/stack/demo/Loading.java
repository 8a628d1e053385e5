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
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** Sends a data set through the bulk imports of client-analytics-service, as a bank's own systems would. */
public final class Loading {

    private static final int CHUNK = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

    private final ServiceApi analytics;
    private final PrintStream out;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** Loading into {@code analytics}, called with the role {@code system}. */
    public Loading(ServiceApi analytics, PrintStream out) {
        this.analytics = analytics;
        this.out = out;
    }

    /**
     * Sends all, and returns when the service has worked it off. Sending it again changes nothing.
     *
     * @throws UsageException when the service refuses or fails, with its answer
     */
    public void load(DataSet data) {
        clients(data);
        try (var activities = data.activities()) {
            activities(activities);
        }
    }

    /** Sends the clients alone. */
    void clients(DataSet data) {
        try (var clients = data.clients()) {
            send("clients", clients);
        }
    }

    /** Sends these activities. */
    void activities(Stream<ActivityLine> activities) {
        send("activities", activities);
    }

    private void send(String collection, Stream<?> lines) {
        var begun = System.nanoTime();
        var path = analytics.upload(
                "/v1/" + collection + "/imports", BodyPublishers.ofByteArrays(() -> new Chunks(lines.iterator())));
        var result = awaitEnd(path);
        out.printf(
                "  %-10s %,d accepted, %,d already known, %,d rejected in %.1f s%n",
                collection,
                result.path("accepted").asLong(),
                result.path("duplicates").asLong(),
                result.path("rejected").asLong(),
                (System.nanoTime() - begun) / 1e9);
    }

    private JsonNode awaitEnd(String path) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var nextWord = System.nanoTime() + BETWEEN_WORDS.toNanos();
        while (System.nanoTime() < deadline) {
            var job = analytics.get(path);
            switch (job.path("state").asText()) {
                case "COMPLETED" -> {
                    return job;
                }
                case "FAILED" -> throw new UsageException("the import of the demo failed: " + job);
                default -> Pause.millis(100);
            }
            if (System.nanoTime() > nextWord) {
                out.printf(
                        "  ... %,d of %,d%n",
                        job.path("processed").asLong(), job.path("lines").asLong());
                nextWord += BETWEEN_WORDS.toNanos();
            }
        }
        throw new UsageException("the import " + path + " did not end in " + PATIENCE.toMinutes() + " minutes");
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
