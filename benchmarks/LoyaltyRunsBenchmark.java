import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a programme with members and lots that are due, and watches the runs work them off.
 *
 * <p>Arguments: {@code fill}, {@code progress} or {@code finish}; JDBC URL; members, or for {@code progress} seconds.
 */
final class LoyaltyRunsBenchmark {

    private static final int LOTS_EACH = 5;

    /** A third of the lots has expired, a third waits for an activation that is due, a third stays. */
    private static final String FILL = """
            SELECT set_config('app.user', 'benchmark', false), set_config('app.reach', 'ALL', false);
            CREATE UNLOGGED TABLE bench_start (at timestamptz NOT NULL);
            INSERT INTO programme (id, name, state, time_zone, created_by, created_at, changed_at, version)
            VALUES ('00000000-0000-7000-8000-000000000001', 'Runs', 'ACTIVE', 'Europe/Prague', 'benchmark', now() - interval '1 year', now(), 0);
            INSERT INTO programme_state_change (programme_id, number, state, since, actor)
            VALUES ('00000000-0000-7000-8000-000000000001', 0, 'ACTIVE', now() - interval '1 year', 'benchmark');
            INSERT INTO programme_version (programme_id, number, state, terms, makers, decided_by, decided_at, effective_from, announced)
            VALUES ('00000000-0000-7000-8000-000000000001', 1, 'APPROVED', '{"termsVersion":"1","currencies":[{"code":"POINTS","name":"Points"}],
                "rules":[],"tiers":{"currency":"POINTS","rolling":"P12M","tiers":[{"key":"silver","name":"Silver","threshold":300},
                {"key":"gold","name":"Gold","threshold":450}]}}', '{benchmark}', 'other', now() - interval '1 year', now() - interval '1 year', true);
            ALTER TABLE posting DISABLE TRIGGER posting_moves_its_points;
            INSERT INTO client_book (client_id, manager, team) SELECT 'run-' || n, 'nobody', 'none' FROM generate_series(1, %1$d) n;
            INSERT INTO member (id, programme_id, client_id, state, joined_at, enrolled_on, enrolled_by, version)
            SELECT uuidv7(), '00000000-0000-7000-8000-000000000001', 'run-' || n, 'ACTIVE', now() - interval '1 year', current_date - 365, 'benchmark', 0
            FROM generate_series(1, %1$d) n;
            INSERT INTO points_account (member_id, programme_id, client_id, currency) SELECT id, programme_id, client_id, 'POINTS' FROM member
            WHERE programme_id = '00000000-0000-7000-8000-000000000001';
            CREATE UNLOGGED TABLE bench_lot AS
            SELECT a.id AS account_id, uuidv7() AS posting_id, n, 50 + (a.id * 7 + n * 13) %% 100 AS points, (a.id + n) %% 3 AS fate,
                   now() - interval '1 day' * (10 + n * 30) AS at
            FROM points_account a CROSS JOIN generate_series(1, %2$d) n;
            INSERT INTO posting (id, account_id, kind, points, occurred_at, recorded_at, actor, rule, programme_version, source_id)
            SELECT posting_id, account_id, 'EARN', points, at, at, 'benchmark', 'pays', 1, 'run-' || account_id || '-' || n FROM bench_lot;
            INSERT INTO lot (account_id, posting_id, rule, programme_version, source_id, earned_at, expires_at, activates_at, points, pending, available)
            SELECT account_id, posting_id, 'pays', 1, 'run-' || account_id || '-' || n, at,
                   CASE WHEN fate = 0 THEN date_trunc('day', now()) - interval '1 hour' ELSE now() + interval '1 year' END,
                   CASE WHEN fate = 1 THEN date_trunc('day', now()) - interval '1 hour' END,
                   points, CASE WHEN fate = 1 THEN points ELSE 0 END, CASE WHEN fate = 1 THEN 0 ELSE points END
            FROM bench_lot;
            INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
            SELECT b.posting_id, 1, b.account_id, l.id, 'ISSUED', CASE WHEN b.fate = 1 THEN 'PENDING' ELSE 'AVAILABLE' END::points_state, b.points
            FROM bench_lot b JOIN lot l ON l.posting_id = b.posting_id;
            UPDATE points_account a SET issued = -s.points, pending = s.pending, available = s.available
            FROM (SELECT account_id, sum(points) AS points, sum(points) FILTER (WHERE fate = 1) AS pending,
                         sum(points) FILTER (WHERE fate <> 1) AS available FROM bench_lot GROUP BY account_id) s
            WHERE s.account_id = a.id;
            ALTER TABLE posting ENABLE TRIGGER posting_moves_its_points;
            VACUUM ANALYZE""";

    private static final String LEFT = """
            SELECT (SELECT count(*) FROM lot WHERE spendable AND expires_at <= now()) AS to_expire,
                   (SELECT count(*) FROM lot WHERE pending > 0 AND activates_at <= now()) AS to_activate,
                   NOT coalesce((SELECT bool_and(finished) FROM daily_run WHERE activity = 'tiers'), false) AS tiers_run""";

    private LoyaltyRunsBenchmark() {}

    public static void main(String... arguments) throws Exception {
        int number = Integer.parseInt(arguments[2]);
        try (Connection connection = DriverManager.getConnection(arguments[1], "postgres", "postgres")) {
            switch (arguments[0]) {
                case "fill" -> fill(connection, number);
                case "progress" -> progress(connection, number);
                case "finish" -> finish(connection, number);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void fill(Connection connection, int members) throws Exception {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            for (String step : FILL.formatted(members, LOTS_EACH).split(";\\s*\n")) {
                statement.execute(step);
            }
            statement.execute("INSERT INTO bench_start VALUES (clock_timestamp())");
        }
        System.out.printf("%,d members with %,d lots filled in in %.0f s%n", members, members * LOTS_EACH, (System.nanoTime() - start) / 1e9);
        progress(connection, 0);
    }

    private static boolean left(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LEFT)) {
            row.next();
            System.out.printf(
                    "%,11d lots to expire, %,11d to activate, tiers %s%n",
                    row.getLong(1), row.getLong(2), row.getBoolean(3) ? "to judge" : "judged");
            return row.getLong(1) + row.getLong(2) > 0 || row.getBoolean(3);
        }
    }

    private static void progress(Connection connection, int seconds) throws Exception {
        if (seconds > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE bench_start SET at = clock_timestamp()");
            }
        }
        Thread.sleep(seconds * 1000L);
        left(connection);
    }

    private static void finish(Connection connection, int members) throws Exception {
        while (left(connection)) {
            Thread.sleep(5000);
        }
        try (Statement statement = connection.createStatement()) {
            System.out.println();
            print(statement, "seconds, the kill and the second start included", "SELECT round(extract(epoch FROM clock_timestamp() - at)) FROM bench_start");
            print(statement, "accounts expired or activated twice", """
                    SELECT count(*) FROM (SELECT account_id, kind, occurred_at FROM posting WHERE kind IN ('EXPIRE', 'ACTIVATE')
                        GROUP BY account_id, kind, occurred_at HAVING count(*) > 1) twice""");
            print(statement, "members with more than one move", "SELECT count(*) FROM (SELECT member_id FROM tier_move GROUP BY member_id HAVING count(*) > 1) twice");
            print(statement, "members in a tier, of " + members, "SELECT count(*) FROM member_tier");
            print(statement, "balances that differ from entries or lots", "SELECT count(*) FROM ledger_differences('00000000-0000-7000-8000-000000000001')");
        }
    }

    private static void print(Statement statement, String what, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            System.out.printf("%-50s %,12d%n", what, row.getLong(1));
        }
    }
}
