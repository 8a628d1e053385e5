package io.clientele.loyalty.expiry;

import io.clientele.contracts.loyalty.PointsExpiring;
import io.clientele.loyalty.daily.DailyRuns;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.programme.RunningProgrammes;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.background.BackgroundLoop;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Warns of points that are going to expire. Once in every business day all accounts of a programme are looked at; a warning is
 * given for the nearest of the days ahead that has come, once for each. Who was away for some days warns of what is true now.
 */
@ApplicationScoped
class WarningOfExpiry {

    private static final String NAME = "expiry-warnings";
    private static final List<Integer> DAYS_AHEAD = List.of(1, 7, 30);
    private static final int SLICE = 1000;
    private static final Duration IDLE = Duration.ofMillis(1000);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private static final String ACCOUNTS = """
            SELECT id FROM points_account WHERE programme_id = ? AND (?::bigint IS NULL OR id > ?) ORDER BY id LIMIT ?""";

    private static final String WARN = """
            WITH ahead AS (SELECT * FROM unnest(?::int[], ?::timestamptz[]) AS d(days, until)),
            due AS (
                SELECT l.account_id, l.expires_at, sum(l.available)::bigint AS points,
                       (SELECT min(d.days) FROM ahead d WHERE l.expires_at <= d.until) AS days
                FROM lot l
                WHERE l.account_id = ANY (?) AND l.spendable AND l.expires_at > ? AND l.expires_at <= (SELECT max(d.until) FROM ahead d)
                GROUP BY l.account_id, l.expires_at),
            warned AS (
                INSERT INTO expiry_warning (account_id, expires_at, days_ahead, warned_at)
                SELECT account_id, expires_at, days, ? FROM due ON CONFLICT DO NOTHING
                RETURNING account_id, expires_at)
            SELECT a.holder_id, a.pool_id IS NOT NULL AS pool, a.client_id, a.currency, d.points, d.expires_at, d.days, spendable_points(a.id, ?) AS available
            FROM warned w JOIN due d USING (account_id, expires_at) JOIN points_account a ON a.id = w.account_id
            ORDER BY a.id, d.expires_at""";

    private final RunningProgrammes programmes;
    private final DailyRuns runs;
    private final Sql sql;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;
    private final BackgroundLoop loop;

    WarningOfExpiry(
            RunningProgrammes programmes, DailyRuns runs, Sql sql, Events events, CurrentWork work, Clock clock) {
        this.programmes = programmes;
        this.runs = runs;
        this.sql = sql;
        this.events = events;
        this.work = work;
        this.clock = clock;
        this.loop = new BackgroundLoop("loyalty-expiry-warnings", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private record Warned(Holder holder, String currency, long points, Instant expiresAt, int days, long available) {}

    private boolean round() {
        boolean more = false;
        for (RunningProgramme programme : QuarkusTransaction.requiringNew().call(programmes::current)) {
            Instant now = clock.instant();
            LocalDate today = now.atZone(programme.zone()).toLocalDate();
            more |= QuarkusTransaction.requiringNew()
                    .call(() -> runs.advance(NAME, programme.id(), today, last -> slice(programme, today, now, last)));
        }
        return more;
    }

    private DailyRuns.Slice slice(RunningProgramme programme, LocalDate today, Instant now, @Nullable String last) {
        Long after = last == null ? null : Long.valueOf(last);
        List<Long> accounts = sql.list(ACCOUNTS, row -> row.number("id"), programme.id(), after, after, SLICE);
        if (!accounts.isEmpty()) {
            warn(programme, today, now, accounts).forEach(warned -> publish(warned, now));
        }
        return new DailyRuns.Slice(
                accounts.isEmpty() ? null : accounts.getLast().toString(), accounts.size() < SLICE);
    }

    private List<Warned> warn(RunningProgramme programme, LocalDate today, Instant now, List<Long> accounts) {
        return sql.list(
                WARN,
                row -> new Warned(
                        new Holder(
                                row.uuid("holder_id"),
                                programme.id(),
                                row.text("client_id"),
                                programme.zone(),
                                row.flag("pool")),
                        row.text("currency"),
                        row.number("points"),
                        row.time("expires_at"),
                        (int) row.number("days"),
                        row.number("available")),
                Sql.column("int4", DAYS_AHEAD, days -> days),
                // points whose last day lies so many days ahead expire at the end of that day
                Sql.column(
                        "timestamptz",
                        DAYS_AHEAD,
                        days -> today.plusDays(days + 1L)
                                .atStartOfDay(programme.zone())
                                .toInstant()),
                Sql.column("int8", accounts, account -> account),
                now,
                now,
                now);
    }

    private void publish(Warned warned, Instant now) {
        Holder holder = warned.holder();
        events.publish(
                new PointsExpiring(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        warned.currency(),
                        warned.points(),
                        holder.lastDayBefore(warned.expiresAt()),
                        warned.days(),
                        warned.available(),
                        now,
                        work.caller().id(),
                        holder.link()),
                now);
    }
}
