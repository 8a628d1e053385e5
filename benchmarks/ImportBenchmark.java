import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.clientele.stack.demo.ActivityLine;
import io.clientele.stack.demo.BerkaBank;
import io.clientele.stack.demo.DataSet;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Lines a second of the imports, from the first byte of the file until every line is queryable and, of activities,
 * acknowledged by the broker; beside it a raw COPY of the same activities into a plain table of the same database. CPU time
 * a line, of each part of the system, tells on a busy machine too; it is taken when all has come to rest, and so holds what
 * the consumers of the activity topic spend.
 *
 * <p>Arguments: data folder, URL of client-analytics-service, a token of role system, JDBC URL of its database, a folder for
 * the files, and the parts as {@code name=process id}, client-analytics first.
 */
final class ImportBenchmark {

    private static final int TIMES = 10;
    private static final int WARM_UPS = 3;
    private static final double MICROSECONDS_A_TICK = 10_000;

    private final URI service;
    private final String token;
    private final String jdbcUrl;
    private final Map<String, Long> parts;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private ImportBenchmark(URI service, String token, String jdbcUrl, Map<String, Long> parts) {
        this.service = service;
        this.token = token;
        this.jdbcUrl = jdbcUrl;
        this.parts = parts;
    }

    public static void main(String... arguments) throws Exception {
        DataSet bank = BerkaBank.in(Path.of(arguments[0]));
        var parts = new LinkedHashMap<String, Long>();
        for (String part : Arrays.asList(arguments).subList(5, arguments.length)) {
            parts.put(part.substring(0, part.indexOf('=')), Long.parseLong(part.substring(part.indexOf('=') + 1)));
        }
        new ImportBenchmark(URI.create(arguments[1]), arguments[2], arguments[3], parts)
                .run(bank, Path.of(arguments[4]));
    }

    private void run(DataSet bank, Path folder) throws Exception {
        Path clients = folder.resolve("clients.ndjson");
        Path often = folder.resolve("activities-x" + TIMES + ".ndjson");
        Path once = folder.resolve("activities.ndjson");
        write(clients, bank.clients());
        write(once, bank.activities());
        try (var out = Files.newBufferedWriter(often)) {
            for (int time = 1; time <= TIMES; time++) {
                append(bank, "x" + time, out);
            }
        }

        System.out.printf(
                "| %-22s | %9s | %7s | %7s | %12s | %15s | %-60s |%n",
                "file", "lines", "MB", "seconds", "lines/second", "service, peak", "CPU microseconds a line");
        System.out.println("|---|---:|---:|---:|---:|---:|---|");
        report("clients, cold", clients, send("clients", clients));
        for (int time = 1; time <= WARM_UPS; time++) {
            Path warmUp = folder.resolve("warm-up.ndjson");
            try (var out = Files.newBufferedWriter(warmUp)) {
                append(bank, "warm-up-" + time, out);
            }
            report("activities, warm-up " + time, warmUp, send("activities", warmUp));
        }
        report("activities", once, send("activities", once));
        report("the same again", once, send("activities", once));
        report("activities, times " + TIMES, often, send("activities", often));
        for (int time = 1; time <= 2; time++) {
            Path more = folder.resolve("more-clients.ndjson");
            String shift = "x" + time;
            write(more, bank.clients().map(line -> json.<ObjectNode>valueToTree(line))
                    .map(line -> line.put("id", line.path("id").asText() + shift)));
            report("clients, new " + time, more, send("clients", more));
            report("the same again", more, send("clients", more));
            write(more, bank.clients().map(line -> json.<ObjectNode>valueToTree(line))
                    .map(line -> line.put("id", line.path("id").asText() + shift).put("tier", "MOVED")));
            report("all changed", more, send("clients", more));
        }
        copy("raw COPY", jdbcUrl, once);
        copy("raw COPY, times " + TIMES, jdbcUrl, often);
    }

    private void append(DataSet bank, String shift, Writer out) throws IOException {
        try (Stream<ActivityLine> lines = bank.activities()) {
            for (ActivityLine line : (Iterable<ActivityLine>) lines::iterator) {
                out.write(json.writeValueAsString(shifted(line, shift)));
                out.write('\n');
            }
        }
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

    private record Result(long lines, double seconds, long peakMegabytes, String cpu) {}

    /** Measures until the import is completed, then waits until the system has come to rest. */
    private Result send(String collection, Path file) throws Exception {
        Map<String, Long> before = ticks();
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
                double seconds = (System.nanoTime() - begun) / 1e9;
                awaitRest();
                long lines = job.path("lines").asLong();
                return new Result(lines, seconds, peakMegabytes(), cpu(before, ticks(), lines));
            }
            if (job.path("state").asText().equals("FAILED") || !job.has("state")) {
                throw new IllegalStateException(job.toString());
            }
            Thread.sleep(50);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** Until the outbox is sent and hardly a process does anything. */
    private void awaitRest() throws Exception {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                var query = connection.prepareStatement("SELECT count(*) FROM outbox WHERE sent_at IS NULL")) {
            long last = sum(ticks());
            for (int second = 0; second < 60; second++) {
                Thread.sleep(1_000);
                long now = sum(ticks());
                try (var row = query.executeQuery()) {
                    row.next();
                    if (row.getLong(1) == 0 && now - last < 40) {
                        return;
                    }
                }
                last = now;
            }
        }
    }

    private static long sum(Map<String, Long> ticks) {
        return ticks.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Clock ticks that each part has spent; PostgreSQL with its children. */
    private Map<String, Long> ticks() throws IOException {
        var ticks = new LinkedHashMap<String, Long>();
        for (var part : parts.entrySet()) {
            long spent = ticks(part.getValue());
            for (ProcessHandle child :
                    ProcessHandle.of(part.getValue()).orElseThrow().children().toList()) {
                spent += ticks(child.pid());
            }
            ticks.put(part.getKey(), spent);
        }
        return ticks;
    }

    private static long ticks(long process) throws IOException {
        Path stat = Path.of("/proc", Long.toString(process), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String[] fields = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
        // utime and stime, and those of children that have ended
        return Long.parseLong(fields[11])
                + Long.parseLong(fields[12])
                + Long.parseLong(fields[13])
                + Long.parseLong(fields[14]);
    }

    private static String cpu(Map<String, Long> before, Map<String, Long> after, long lines) {
        var text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%.0f:", (sum(after) - sum(before)) * MICROSECONDS_A_TICK / lines));
        after.forEach((part, ticks) -> text.append(
                String.format(Locale.ROOT, " %s %.0f", part, (ticks - before.get(part)) * MICROSECONDS_A_TICK / lines)));
        return text.toString();
    }

    /** The most resident memory the service ever had. */
    private long peakMegabytes() throws IOException {
        long process = parts.values().iterator().next();
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
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
            report(name, file, new Result(lines, seconds, 0, ""));
        }
    }

    private static void report(String name, Path file, Result result) throws IOException {
        System.out.printf(
                "| %-22s | %,9d | %7.1f | %7.2f | %,12.0f | %15s | %-60s |%n",
                name,
                result.lines(),
                Files.size(file) / 1e6,
                result.seconds(),
                result.lines() / result.seconds(),
                result.peakMegabytes() == 0 ? "" : result.peakMegabytes() + " MB",
                result.cpu());
    }
}
