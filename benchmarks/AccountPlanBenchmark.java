import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What account plans cost in a bank of some size: reading them, rolling a book up, reviewing the portfolio, measuring health,
 * printing.
 *
 * <p>Arguments: URL of the service; JDBC URL; tokens of a relationship manager ({@code rm-1}), an analyst and a person of
 * compliance; clients; plans; seconds of reading.
 */
final class AccountPlanBenchmark {

    private static final int READS = 200;
    private static final int RUNS = 5;
    private static final int PAGES = 20;

    private static final String MODEL = """
            {"name":"Benchmark","terms":{
              "gates":{"tiers":["platinum","gold"],"segments":[],"kycStatuses":["VERIFIED"],"countries":[]},
              "criteria":[{"measure":"REVENUE","weight":"40","low":"0","high":"100000"},
                {"measure":"REVENUE_GROWTH","weight":"10","low":"-10","high":"10"},
                {"measure":"PRODUCT_LINES","weight":"10","low":"0","high":"12"},
                {"measure":"CREDIT_LIMIT","weight":"20","low":"0","high":"10000000"},
                {"measure":"WALLET","weight":"20","low":"0","high":"200000"}],
              "entryScore":"60","exitScore":"50","capacityPerManager":20}}""";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String url;
    private final String jdbcUrl;
    private final String manager;
    private final String analyst;
    private final String compliance;
    private final int clients;
    private final int plans;
    private final int seconds;

    private AccountPlanBenchmark(String... arguments) {
        url = arguments[0];
        jdbcUrl = arguments[1];
        manager = arguments[2];
        analyst = arguments[3];
        compliance = arguments[4];
        clients = Integer.parseInt(arguments[5]);
        plans = Integer.parseInt(arguments[6]);
        seconds = Integer.parseInt(arguments[7]);
    }

    public static void main(String... arguments) throws Exception {
        var benchmark = new AccountPlanBenchmark(arguments);
        benchmark.prepare();
        benchmark.measure();
        benchmark.client.close();
    }

    /** Clients of 100 managers in 10 teams, each with five years of monthly revenue by 12 products, a facility and two estimates. */
    private void prepare() throws SQLException {
        long before = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String step : """
                    INSERT INTO client (client_id, type, legal_name, domicile, manager, team, tier, kyc_status, relationship_since, source, as_of, sequence)
                    SELECT 'B-' || n, 'COMPANY', 'Company ' || n, (ARRAY['CZ', 'SK', 'DE', 'SG'])[1 + n %% 4], 'rm-' || (1 + n %% 100),
                        'team-' || (1 + n %% 10), (ARRAY['platinum', 'gold', 'silver'])[1 + n %% 3], 'VERIFIED', date '2001-01-01' + n %% 7000, 'benchmark', now(), 1
                    FROM generate_series(1, %1$d) n;
                    INSERT INTO client_book (client_id, manager, team) SELECT client_id, manager, team FROM client WHERE source = 'benchmark';
                    INSERT INTO reference_rate (currency, quoted_on, rate, source, recorded_by)
                    SELECT c, current_date - d, r, 'benchmark', 'benchmark' FROM (VALUES ('USD', 1.0852), ('CZK', 24.31)) q (c, r), generate_series(0, 5) d;
                    INSERT INTO revenue (client_id, product_line, month, currency, amount, as_of, source)
                    SELECT 'B-' || n, 'product-' || p, (date_trunc('month', current_date) - make_interval(months => m))::date,
                        (ARRAY['EUR', 'EUR', 'USD', 'CZK'])[1 + n %% 4], 100 + (n * 7919 + p * 104729 + m * 31) %% 1000000 / 100.0, now(), 'benchmark'
                    FROM generate_series(1, %1$d) n, generate_series(1, 12) p, generate_series(1, 60) m;
                    INSERT INTO credit_facility (facility_id, client_id, matures_on, in_excess, position, as_of)
                    SELECT 'B-F-' || n, 'B-' || n, current_date + n %% 2000, false, jsonb_build_object('facilityId', 'B-F-' || n, 'clientId', 'B-' || n,
                        'kind', 'revolving', 'limit', jsonb_build_object('amount', (1000000 + n * 100) || '.00', 'currency', 'EUR'),
                        'drawn', jsonb_build_object('amount', (500000 + n * 10) || '.00', 'currency', 'EUR'), 'committed', true, 'ccf', 0.5, 'pd', 0.01, 'lgd', 0.4,
                        'economicCapital', jsonb_build_object('amount', '60000.00', 'currency', 'EUR'), 'maturesOn', (current_date + n %% 2000)::text,
                        'rating', 'BBB', 'grossRevenue', jsonb_build_object('amount', '50000.00', 'currency', 'EUR'),
                        'fundingCost', jsonb_build_object('amount', '36000.00', 'currency', 'EUR'), 'covenants', '[]'::jsonb,
                        'asOf', '2026-01-31T22:00:00Z', 'source', 'benchmark'), now()
                    FROM generate_series(1, %1$d) n;
                    INSERT INTO wallet_estimate (id, revision, client_id, product_line, geography, holder, spend, spend_currency, blocked, method, confidence,
                        estimated_on, created_by, created_at, changed_by, changed_at)
                    SELECT uuidv7(), 0, 'B-' || n, (ARRAY['payments', 'custody'])[l], 'CZ', 'UNKNOWN', 50000 + n, 'EUR', false, 'benchmark', 'LOW',
                        current_date, 'benchmark', now(), 'benchmark', now() FROM generate_series(1, %1$d) n, generate_series(1, 2) l;
                    CREATE TABLE bench_plan AS SELECT n AS place, uuidv7() AS id, 'B-' || (n * (%1$d / %2$d)) AS client_id FROM generate_series(1, %2$d) n;
                    INSERT INTO account_plan (id, revision, client_id, title, period_from, period_to, required_product_lines, owner, state, draft_version,
                        authors, created_by, created_at, changed_by, changed_at)
                    SELECT b.id, 0, b.client_id, 'Benchmark plan', date_trunc('year', current_date), date_trunc('year', current_date) + interval '1 year - 1 day',
                        ARRAY['payments', 'custody'], c.manager, 'DRAFT', 1, ARRAY[c.manager], c.manager, now(), c.manager, now()
                    FROM bench_plan b JOIN client c ON c.client_id = b.client_id;
                    INSERT INTO objective (id, revision, plan_id, statement, entity, product_line, geography, owner, unit, baseline, baseline_on, history, history_on,
                        target, direction, data_source, start_on, due_on, milestones, budget_line, resources, created_by, created_at, changed_by, changed_at)
                    SELECT uuidv7(), 0, id, 'Win the mandate ' || o, client_id, 'payments', 'CZ', 'rm-1', 'kEUR', 110, current_date - 30, 100, current_date - 395,
                        120, 'INCREASE', 'ledger', current_date - 30, current_date + 60, '[]', 'CM', '[{"kind": "PERSON", "name": "rm-1"}]', 'rm-1', now(), 'rm-1', now()
                    FROM bench_plan, generate_series(1, 3) o;
                    INSERT INTO contribution (id, revision, plan_id, product_line, specialist, state, proposal, signed_at, requested_by, requested_at, changed_by, changed_at)
                    SELECT uuidv7(), 0, id, 'payments', 'ps-1', 'SIGNED_OFF', 'Offer', now(), 'rm-1', now(), 'ps-1', now() FROM bench_plan;
                    INSERT INTO contact (id, revision, client_id, function, country, decision_role, disposition, owner, influences, created_by, created_at, changed_by, changed_at)
                    SELECT uuidv7(), 0, client_id, 'Treasurer', 'CZ', 'DECISION_MAKER', 'SUPPORTER', 'rm-1', '[]', 'rm-1', now(), 'rm-1', now()
                    FROM bench_plan, generate_series(1, 2);
                    INSERT INTO call_report (id, client_id, purpose, held_on, contact_ids, outcome, next_action, next_owner, next_due_on, recorded_by, recorded_at)
                    SELECT uuidv7(), client_id, 'Visit', current_date - 10, jsonb_build_array(id), 'Fine', 'Call', 'rm-1', current_date, 'rm-1', now() FROM contact
                    WHERE created_by = 'rm-1';
                    VACUUM ANALYZE""".formatted(clients, plans).split(";\n")) {
                statement.execute(step);
            }
        }
        System.out.printf("%d clients, %d plans, %,d revenues made in %.0f s%n%n", clients, plans, 720L * clients, (System.nanoTime() - before) / 1e9);
    }

    private void measure() throws Exception {
        System.out.printf("| %-34s | %10s | %10s | %10s | %-24s |%n|---|---:|---:|---:|---|%n", "what", "p50 ms", "p99 ms", "bar ms", "beside");
        read();
        repeated("portfolio roll-up of a manager", PAGES, 200, () -> get("/v1/portfolios/rm-1", manager, "application/json"), clients / 100 + " clients");
        HttpResponse<String> drafted = post("/v1/key-account-models", analyst, MODEL, 201);
        String version = drafted.headers().firstValue("Location").orElseThrow();
        post(version + "/approvals", compliance, "", 201);
        String model = version.split("/")[3];
        repeated("key-account review of all", RUNS, 5000, () -> post("/v1/key-account-reviews", analyst, "{\"modelId\":\"" + model + "\"}", 201), clients + " clients");
        HttpResponse<String> reviewed = post("/v1/key-account-reviews", analyst, "{\"modelId\":\"" + model + "\",\"asOf\":\"" + Instant.now().minusSeconds(1) + "\"}", 201);
        System.out.println("|   outcomes: " + get(reviewed.headers().firstValue("Location").orElseThrow(), analyst, "application/json").body().replaceAll(".*\"outcomes\":", "") + " |");
        repeated("health of all plans", RUNS, 10_000, () -> post("/v1/plan-health-runs", analyst, "", 200), plans + " plans");
        List<String> own = ownPlans();
        AtomicLong turn = new AtomicLong();
        repeated("plan as PDF", PAGES, 1000, () -> get("/v1/account-plans/" + own.get((int) (turn.getAndIncrement() % own.size())) + "/document", manager, "application/pdf"), "");
        System.out.printf("%nHow many SQL statements a list costs is held constant in page size by StatementsTest.%n");
    }

    /** A request that is measured. */
    private interface Call {
        HttpResponse<?> send() throws IOException, InterruptedException;
    }

    private void repeated(String what, int times, int bar, Call call, String beside) throws IOException, InterruptedException {
        call.send(); // the first one warms up
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            call.send();
            nanos[i] = System.nanoTime() - before;
        }
        print(what, nanos, bar, beside);
    }

    /** Plans of one manager, with row-level scope, at a steady rate: a late start counts as waiting. */
    private void read() throws Exception {
        List<String> own = ownPlans();
        read(own, Math.max(2, seconds / 3));
        print("plan read at " + READS + "/s", read(own, seconds), 20, own.size() + " plans of one manager");
    }

    private long[] read(List<String> own, int length) throws Exception {
        var times = new ConcurrentLinkedQueue<Long>();
        AtomicLong turn = new AtomicLong();
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(length).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 32; caller++) {
                var random = new SplittableRandom(caller);
                threads.submit(() -> {
                    while (true) {
                        long due = start + (long) (turn.getAndIncrement() * 1e9 / READS);
                        if (due >= end) {
                            return null;
                        }
                        long early = due - System.nanoTime();
                        if (early > 0) {
                            Thread.sleep(Duration.ofNanos(early));
                        }
                        get("/v1/account-plans/" + own.get(random.nextInt(own.size())), manager, "application/json");
                        times.add(System.nanoTime() - due);
                    }
                });
            }
        }
        return times.stream().mapToLong(nanos -> nanos).toArray();
    }

    private List<String> ownPlans() throws SQLException {
        List<String> own = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM account_plan WHERE owner = 'rm-1' ORDER BY id")) {
            while (rows.next()) {
                own.add(rows.getString(1));
            }
        }
        if (own.isEmpty()) {
            throw new IllegalStateException("rm-1 has no plan: take more plans");
        }
        return own;
    }

    private static void print(String what, long[] nanos, int bar, String beside) {
        Arrays.sort(nanos);
        System.out.printf("| %-34s | %10.1f | %10.1f | %10d | %-24s |%n", what, percentile(nanos, 0.5), percentile(nanos, 0.99), bar, beside);
    }

    private static double percentile(long[] nanos, double share) {
        return nanos[(int) Math.min(nanos.length - 1, Math.round(share * nanos.length))] / 1e6;
    }

    private HttpResponse<String> get(String path, String token, String accept) throws IOException, InterruptedException {
        return send(request(path, token).header("Accept", accept).GET().build(), 200);
    }

    private HttpResponse<String> post(String path, String token, String body, int expected) throws IOException, InterruptedException {
        return send(
                request(path, token)
                        .header("If-Match", "*")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                expected);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(120)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != expected) {
            throw new IllegalStateException(request.uri() + " answered " + reply.statusCode() + ": " + reply.body());
        }
        return reply;
    }
}
