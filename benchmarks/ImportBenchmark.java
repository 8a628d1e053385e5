import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.clientele.stack.demo.ActivityLine;
import io.clientele.stack.demo.BerkaBank;
import io.clientele.stack.demo.DataSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.UUID;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Lines a second of the activity import, from the first byte of the file until every line is queryable and acknowledged by
 * the broker; beside it a raw COPY of the same lines into a plain table of the same database.
 *
 * <p>Arguments: data folder, URL of client-analytics-service, its process id, a token of role system, JDBC URL of its
 * database, a folder for the files.
 */
final class ImportBenchmark {

    private static final int TIMES = 10;

    private final URI service;
    private final String token;
    private final Path process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private ImportBenchmark(URI service, String token, Path process) {
        this.service = service;
        this.token = token;
        this.process = process;
    }

    public static void main(String... arguments) throws Exception {
        DataSet bank = BerkaBank.in(Path.of(arguments[0]));
        var benchmark = new ImportBenchmark(
                URI.create(arguments[1]), arguments[3], Path.of("/proc", arguments[2], "status"));
        benchmark.run(bank, arguments[4], Path.of(arguments[5]));
    }

    private void run(DataSet bank, String jdbcUrl, Path folder) throws Exception {
        Path clients = folder.resolve("clients.ndjson");
        Path warmUp = folder.resolve("warm-up.ndjson");
        Path once = folder.resolve("activities.ndjson");
        Path often = folder.resolve("activities-x" + TIMES + ".ndjson");
        write(clients, bank.clients());
        try (Stream<ActivityLine> lines = bank.activities()) {
            write(warmUp, lines.limit(10_000).map(line -> shifted(line, "warm-up")));
        }
        write(once, bank.activities());
        try (var out = Files.newBufferedWriter(often)) {
            for (int time = 1; time <= TIMES; time++) {
                String shift = "x" + time;
                try (Stream<ActivityLine> lines = bank.activities()) {
                    for (ActivityLine line : (Iterable<ActivityLine>) lines::iterator) {
                        out.write(json.writeValueAsString(shifted(line, shift)));
                        out.write('\n');
                    }
                }
            }
        }

        send("clients", clients);
        send("activities", warmUp);
        System.out.printf(
                "| %-22s | %9s | %7s | %9s | %13s | %17s |%n",
                "file", "lines", "MB", "seconds", "lines/second", "service, peak");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        report("activity import", once, send("activities", once));
        report("the same again", once, send("activities", once));
        report("import, times " + TIMES, often, send("activities", often));
        copy("raw COPY", jdbcUrl, once);
        copy("raw COPY, times " + TIMES, jdbcUrl, often);
    }

    /** The same activity under another source id. */
    private static ActivityLine shifted(ActivityLine line, String shift) {
        return new ActivityLine(
                line.sourceId() + "-" + shift, line.clientId(), line.type(), line.occurredAt(), line.data());
    }

    private void write(Path file, Stream<?> lines) throws IOException {
        try (lines;
                var out = Files.newBufferedWriter(file)) {
            for (var each = lines.iterator(); each.hasNext(); ) {
                out.write(json.writeValueAsString(each.next()));
                out.write('\n');
            }
        }
    }

    private record Result(long lines, double seconds, long peakMegabytes) {}

    /** Returns when the import is completed and, of activities, all of it can be queried. */
    private Result send(String collection, Path file) throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> accepted = http.send(
                request("/v1/" + collection + "/imports")
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
        if (accepted.statusCode() != 202) {
            throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
        }
        String location = accepted.headers().firstValue("Location").orElseThrow();
        String path = service.resolve(location).getPath();
        while (true) {
            JsonNode job = json.readTree(
                    http.send(request(path).GET().build(), BodyHandlers.ofString()).body());
            boolean completed = job.path("state").asText().equals("COMPLETED");
            if (completed && job.path("queryable").asBoolean(true)) {
                if (job.path("rejected").asLong() > 0) {
                    throw new IllegalStateException("lines were rejected: " + job);
                }
                return new Result(job.path("lines").asLong(), (System.nanoTime() - begun) / 1e9, peakMegabytes());
            }
            if (job.path("state").asText().equals("FAILED") || !job.has("state")) {
                throw new IllegalStateException(job.toString());
            }
            Thread.sleep(20);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** The most resident memory the service ever had. */
    private long peakMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(process)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static void copy(String name, String jdbcUrl, Path file) throws Exception {
        var values = new StringBuilder();
        long lines = 0;
        var mapper = new ObjectMapper();
        Path copied = file.resolveSibling("copy.txt");
        try (var in = Files.newBufferedReader(file);
                var out = Files.newBufferedWriter(copied)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode activity = mapper.readTree(line);
                values.setLength(0);
                values.append(activity.path("sourceId").asText()).append('\t');
                values.append(activity.path("clientId").asText()).append('\t');
                values.append(activity.path("type").asText()).append('\t');
                values.append(activity.path("occurredAt").asText()).append('\t');
                values.append(activity.path("data").toString().replace("\\", "\\\\")).append('\n');
                out.write(values.toString());
                lines++;
            }
        }
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                var statement = connection.createStatement();
                var in = Files.newInputStream(copied)) {
            statement.execute("DROP TABLE IF EXISTS benchmark_copy");
            statement.execute("CREATE TABLE benchmark_copy (source_id text, client_id text, type text,"
                    + " occurred_at timestamptz, data jsonb)");
            long begun = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY benchmark_copy FROM STDIN", in);
            double seconds = (System.nanoTime() - begun) / 1e9;
            statement.execute("DROP TABLE benchmark_copy");
            report(name, file, new Result(lines, seconds, 0));
        }
    }

    private static void report(String name, Path file, Result result) throws IOException {
        System.out.printf(
                "| %-22s | %,9d | %7.1f | %9.2f | %,13.0f | %17s |%n",
                name,
                result.lines(),
                Files.size(file) / 1e6,
                result.seconds(),
                result.lines() / result.seconds(),
                result.peakMegabytes() == 0 ? "" : result.peakMegabytes() + " MB resident");
    }
}
