package io.clientele.loyalty.tier;

import io.clientele.loyalty.daily.DailyRuns;
import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.programme.RunningProgrammes;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.background.BackgroundLoop;
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
import java.util.Optional;
import java.util.UUID;

/**
 * The tier run. Members whose qualifying points changed are judged at once, all members once in every business day of their
 * programme, and warned of what they are going to lose.
 */
@ApplicationScoped
class RunningTiers {

    private static final int SLICE = 1000;
    private static final Duration IDLE = Duration.ofMillis(1000);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private static final String DUE = """
            DELETE FROM tier_due d WHERE d.member_id IN (
                SELECT c.member_id FROM tier_due c JOIN member m ON m.id = c.member_id WHERE m.programme_id = ?
                ORDER BY c.member_id LIMIT ? FOR UPDATE OF c SKIP LOCKED)
            RETURNING d.member_id""";

    private static final String NEXT = """
            SELECT id FROM member WHERE programme_id = ? AND (?::uuid IS NULL OR id > ?) AND state <> 'LEFT' ORDER BY id LIMIT ?""";

    private final RunningProgrammes programmes;
    private final Tiers tiers;
    private final TierRisks risks;
    private final DailyRuns runs;
    private final Sql sql;
    private final Clock clock;
    private final BackgroundLoop loop;

    RunningTiers(RunningProgrammes programmes, Tiers tiers, TierRisks risks, DailyRuns runs, Sql sql, Clock clock) {
        this.risks = risks;
        this.runs = runs;
        this.programmes = programmes;
        this.tiers = tiers;
        this.sql = sql;
        this.clock = clock;
        this.loop = new BackgroundLoop("loyalty-tiers", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private boolean round() {
        boolean more = false;
        for (RunningProgramme programme : QuarkusTransaction.requiringNew().call(programmes::current)) {
            Instant now = clock.instant();
            Optional<RunningProgramme.Effective> version = programme
                    .inForceAt(now)
                    .filter(effective -> effective.terms().tiers() != null);
            if (version.isPresent()) {
                more |= QuarkusTransaction.requiringNew().call(() -> judgeDue(programme, version.get()));
                more |= QuarkusTransaction.requiringNew().call(() -> judgeNext(programme, version.get(), now));
            }
        }
        return more;
    }

    private boolean judgeDue(RunningProgramme programme, RunningProgramme.Effective version) {
        List<UUID> due = sql.list(DUE, row -> row.uuid("member_id"), programme.id(), SLICE);
        tiers.judge(programme, version, due);
        return due.size() == SLICE;
    }

    private boolean judgeNext(RunningProgramme programme, RunningProgramme.Effective version, Instant now) {
        LocalDate today = now.atZone(programme.zone()).toLocalDate();
        return runs.advance("tiers", programme.id(), today, last -> {
            UUID after = last == null ? null : UUID.fromString(last);
            List<UUID> members = sql.list(NEXT, row -> row.uuid("id"), programme.id(), after, after, SLICE);
            tiers.judge(programme, version, members);
            risks.warn(programme, version, members);
            return new DailyRuns.Slice(
                    members.isEmpty() ? null : members.getLast().toString(), members.size() < SLICE);
        });
    }
}
