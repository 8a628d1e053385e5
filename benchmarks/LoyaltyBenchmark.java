import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Earnings and redemptions a second over HTTP, spread over members or all on one pool.
 *
 * <p>Arguments: {@code prepare}, {@code http}, {@code half}, {@code spread-earn}, {@code hot-earn}, {@code spread-mixed},
 * {@code hot-mixed} or {@code check}; URL of the service; JDBC URL; tokens of an operator and an approver; a folder; seconds;
 * members; callers.
 */
final class LoyaltyBenchmark {

    private static final String TERMS = """
            {"name":"Benchmark","timeZone":"Europe/Prague","termsVersion":"1","currencies":[{"code":"POINTS","name":"Points"}],
             "rules":[{"key":"pays","name":"A point per 100 CZK","currency":"POINTS","activityType":"transaction",
               "formula":{"type":"PER_AMOUNT_STEP","points":1,"step":{"amount":"100.00","currency":"CZK"}},"expiry":{"type":"NEVER"}}]}""";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String url;
    private final String jdbcUrl;
    private final String operator;
    private final String approver;
    private final Path folder;
    private final int seconds;
    private final int members;
    private final int callers;

    private LoyaltyBenchmark(String... arguments) {
        url = arguments[1];
        jdbcUrl = arguments[2];
        operator = arguments[3];
        approver = arguments[4];
        folder = Path.of(arguments[5]);
        seconds = Integer.parseInt(arguments[6]);
        members = Integer.parseInt(arguments[7]);
        callers = Integer.parseInt(arguments[8]);
    }

    public static void main(String... arguments) throws Exception {
        var benchmark = new LoyaltyBenchmark(arguments);
        switch (arguments[0]) {
            case "prepare" -> benchmark.prepare();
            case "http" -> benchmark.closed("HTTP, earn and redeem", Load.SPREAD_MIXED, "of pgbench", "ceiling", "rate");
            case "half" -> benchmark.half();
            case "spread-earn" -> benchmark.closed("HTTP, earn, spread", Load.SPREAD_EARN, "", "", "spread-earn");
            case "hot-earn" -> benchmark.closed("HTTP, earn, one pool", Load.HOT_EARN, "of spread", "spread-earn", "hot-earn");
            case "spread-mixed" -> benchmark.closed("HTTP, mixed, spread", Load.SPREAD_MIXED, "", "", "spread-mixed");
            case "hot-mixed" -> benchmark.closed("HTTP, mixed, one pool", Load.HOT_MIXED, "of spread", "spread-mixed", "hot-mixed");
            case "check" -> benchmark.check();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        benchmark.client.close();
    }

    /** What callers do: every second request of a mixed load redeems. */
    private enum Load {
        SPREAD_EARN,
        SPREAD_MIXED,
        HOT_EARN,
        HOT_MIXED;

        boolean hot() {
            return this == HOT_EARN || this == HOT_MIXED;
        }

        boolean redeems(long turn) {
            return (this == SPREAD_MIXED || this == HOT_MIXED) && turn % 2 == 1;
        }
    }

    /** A programme, its members, half of them in one pool that earns for all, and a reward; each member has points to spend. */
    private void prepare() throws Exception {
        String path = url + "/v1/loyalty-programmes";
        HttpResponse<String> drafted = send(request(path, operator).POST(body(TERMS)).build(), 201);
        String programme = field(drafted, "id");
        String own = path + "/" + programme;
        String tag = tag(send(request(own + "/reviews", operator).header("If-Match", tag(drafted)).POST(body("")).build(), 201));
        send(request(own + "/approvals", approver).header("If-Match", tag).POST(body("{}")).build(), 201);
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE bench_member (place integer PRIMARY KEY, id uuid NOT NULL);
                    GRANT SELECT ON bench_member TO loyalty_app;
                    INSERT INTO bench_member SELECT n, uuidv7() FROM generate_series(1, %1$d) n;
                    INSERT INTO client_book (client_id, manager, team) SELECT 'bench-' || n, 'nobody', 'none' FROM generate_series(1, %1$d) n;
                    INSERT INTO member (id, programme_id, client_id, state, joined_at, enrolled_on, enrolled_by, version)
                    SELECT id, '%2$s', 'bench-' || place, 'ACTIVE', now() - interval '1 day', current_date, 'benchmark', 0 FROM bench_member;
                    SELECT set_config('app.user', 'benchmark', false), set_config('app.reach', 'ALL', false);
                    SELECT post_earning(id, 'begin-' || place, 'transaction', now(), 1, '{"rules":[]}',
                        '[{"currency":"POINTS","rule":"pays","points":100000,"expiresAt":null,"pending":false}]', now()) FROM bench_member;
                    """.formatted(2 * members, programme));
        }
        List<String> ids = memberIds();
        String owner = ids.get(members);
        String pool = field(
                send(
                        request(own + "/pools", operator)
                                .POST(body("{\"name\":\"Hot\",\"kind\":\"COMPANY\",\"ownerMemberId\":\"" + owner + "\",\"earnsHere\":true}"))
                                .build(),
                        201),
                "id");
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO pool_member (pool_id, member_id, client_id, earns_here, mandate, joined_at)
                    SELECT '%s', id, 'bench-' || place, true, 1000000000, now() FROM bench_member WHERE place > %d
                    ON CONFLICT DO NOTHING""".formatted(pool, members));
        }
        keyed(own + "/pools/" + pool + "/contributions", "{\"memberId\":\"" + owner + "\",\"currency\":\"POINTS\",\"points\":100000}", 201);
        String reward = field(
                send(request(own + "/rewards", operator).POST(body("{\"name\":\"Ticket\",\"currency\":\"POINTS\",\"points\":10}")).build(), 201),
                "id");
        Files.writeString(folder.resolve("programme"), programme);
        Files.writeString(folder.resolve("pool"), pool);
        Files.writeString(folder.resolve("reward"), reward);
    }

    private List<String> memberIds() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM bench_member ORDER BY place")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** As many requests as so many callers get answered one after the other. */
    private void closed(String what, Load load, String beside, String ceiling, String keep) throws Exception {
        Target target = new Target(load);
        run(target, Math.max(2, seconds / 5), 0);
        Result result = run(target, seconds, 0);
        Files.writeString(folder.resolve(keep), Double.toString(result.rate()));
        String share = ceiling.isEmpty()
                ? ""
                : "%.2f %s".formatted(result.rate() / Double.parseDouble(Files.readString(folder.resolve(ceiling)).strip()), beside);
        result.print(what, share + result.age());
    }

    /** At half the rate seen, from a schedule: a late start counts as waiting. */
    private void half() throws Exception {
        double rate = Double.parseDouble(Files.readString(folder.resolve("rate"))) / 2;
        run(new Target(Load.SPREAD_MIXED), seconds, rate).print("HTTP, at half that rate", "%.0f/s asked for".formatted(rate));
    }

    private void check() throws Exception {
        String programme = Files.readString(folder.resolve("programme"));
        long before = System.nanoTime();
        HttpResponse<String> proof = send(request(url + "/v1/loyalty-programmes/" + programme + "/integrity", operator).GET().build(), 200);
        System.out.printf(
                "%nBooks agree: %s, chain holds: %s; %s entries proven in %.1f s%n",
                field(proof, "agrees"), field(proof, "chainHolds"), field(proof, "entries"), (System.nanoTime() - before) / 1e9);
    }

    /** The requests of one load. */
    private final class Target {

        private final Load load;
        private final String base;
        private final String pool;
        private final String reward;
        private final List<String> ids;

        Target(Load load) throws Exception {
            this.load = load;
            this.base = url + "/v1/loyalty-programmes/" + Files.readString(folder.resolve("programme"));
            this.pool = Files.readString(folder.resolve("pool"));
            this.reward = Files.readString(folder.resolve("reward"));
            this.ids = memberIds();
        }

        int once(long turn, SplittableRandom random) throws IOException, InterruptedException {
            String member = ids.get(random.nextInt(members) + (load.hot() ? members : 0));
            if (load.redeems(turn)) {
                return load.hot()
                        ? keyed(base + "/pools/" + pool + "/redemptions", "{\"memberId\":\"" + member + "\",\"rewardId\":\"" + reward + "\"}", 0)
                        : keyed(base + "/members/" + member + "/redemptions", "{\"rewardId\":\"" + reward + "\"}", 0);
            }
            return keyed(base + "/members/" + member + "/transactions", """
                    {"sourceId":"%s","activityType":"transaction","occurredAt":"%s","data":{"amount":"1250.00","currency":"CZK"}}""".formatted(
                            UUID.randomUUID(), Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS)), 0);
        }
    }

    /** What a measurement saw. */
    private record Result(long done, double elapsed, long refused, long[] nanos, double oldest) {

        double rate() {
            return done / elapsed;
        }

        String age() {
            return "; oldest unsent event %.1f s".formatted(oldest);
        }

        void print(String what, String beside) {
            Arrays.sort(nanos);
            System.out.printf(
                    "| %-34s | %9.0f | %8.1f | %8.1f | %8d | %-26s |%n",
                    what, rate(), percentile(0.5), percentile(0.99), refused, beside);
        }

        private double percentile(double share) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, Math.round(share * nanos.length))] / 1e6;
        }
    }

    private Result run(Target target, int length, double rate) throws Exception {
        var times = new ConcurrentLinkedQueue<Long>();
        AtomicLong refused = new AtomicLong();
        AtomicLong turn = new AtomicLong();
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(length).toNanos();
        List<Double> ages = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < (rate > 0 ? 4 * callers : callers); caller++) {
                var random = new SplittableRandom(caller);
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        long mine = turn.getAndIncrement();
                        long due = rate > 0 ? start + (long) (mine * 1e9 / rate) : System.nanoTime();
                        long early = due - System.nanoTime();
                        if (early > 0) {
                            Thread.sleep(Duration.ofNanos(early));
                        }
                        if (due >= end) {
                            break;
                        }
                        int status = target.once(mine, random);
                        times.add(System.nanoTime() - due);
                        if (status != 201) {
                            refused.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
            while (System.nanoTime() < end) {
                Thread.sleep(500);
                ages.add(outboxAge());
            }
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        long done = times.size() - refused.get();
        ages.sort(null);
        double oldest = ages.isEmpty() ? 0 : ages.get((int) Math.min(ages.size() - 1, Math.round(0.99 * ages.size())));
        return new Result(done, elapsed, refused.get(), times.stream().mapToLong(nanos -> nanos).toArray(), oldest);
    }

    private double outboxAge() throws IOException, InterruptedException {
        String metrics = client.send(HttpRequest.newBuilder(URI.create(url + "/q/metrics")).build(), HttpResponse.BodyHandlers.ofString()).body();
        Matcher age = Pattern.compile("(?m)^clientele_outbox_age[^ ]* ([0-9.E+-]+)$").matcher(metrics);
        return age.find() ? Double.parseDouble(age.group(1)) : 0;
    }

    private int keyed(String path, String body, int expected) throws IOException, InterruptedException {
        HttpRequest request = request(path, operator)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body(body))
                .build();
        return expected == 0
                ? client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()
                : send(request, expected).statusCode();
    }

    private HttpResponse<String> send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != expected) {
            throw new IllegalStateException(request.uri() + " answered " + reply.statusCode() + ": " + reply.body());
        }
        return reply;
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private static String tag(HttpResponse<String> reply) {
        return reply.headers().firstValue("ETag").orElseThrow();
    }

    private static String field(HttpResponse<String> reply, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(reply.body());
        if (!found.find()) {
            throw new IllegalStateException(name + " is not in " + reply.body());
        }
        return found.group(1);
    }
}
