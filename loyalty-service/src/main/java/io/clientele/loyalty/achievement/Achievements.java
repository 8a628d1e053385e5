package io.clientele.loyalty.achievement;

import io.clientele.contracts.loyalty.AchievementCompleted;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.rules.Achievement;
import io.clientele.loyalty.rules.Activity;
import io.clientele.loyalty.rules.MemberThen;
import io.clientele.loyalty.rules.Terms;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts what members do for achievements. Each activity counts once, whatever the number and order of its deliveries, in the
 * period of its own time; each achievement is completed once in a period, however many activities arrive at the same time.
 */
@ApplicationScoped
public class Achievements {

    private static final String STEP = """
            WITH taken AS (
                INSERT INTO achievement_step (member_id, achievement, source_id, client_id, period_start, occurred_at, amount)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT achievement_step_pk DO NOTHING
                RETURNING member_id, achievement, period_start, client_id, amount)
            INSERT INTO achievement_progress AS p (member_id, achievement, period_start, client_id, progress)
            SELECT member_id, achievement, period_start, client_id, amount FROM taken
            ON CONFLICT ON CONSTRAINT achievement_progress_pk DO UPDATE SET progress = p.progress + excluded.progress
            RETURNING p.progress, p.completed_at""";

    private static final String LOCK = "SELECT id FROM member WHERE id = ? FOR NO KEY UPDATE";

    private static final String COMPLETED =
            "SELECT count(*) AS times FROM achievement_progress WHERE member_id = ? AND achievement = ? AND completed_at IS NOT NULL";

    private static final String COMPLETE = """
            UPDATE achievement_progress SET completed_at = ?
            WHERE member_id = ? AND achievement = ? AND period_start = ? AND completed_at IS NULL""";

    private static final String STANDING = """
            SELECT w.achievement, coalesce(p.progress, 0) AS progress, p.completed_at,
                   (SELECT count(*) FROM achievement_progress c
                    WHERE c.member_id = ? AND c.achievement = w.achievement AND c.completed_at IS NOT NULL) AS times
            FROM unnest(?::text[], ?::timestamptz[]) AS w(achievement, period_start)
            LEFT JOIN achievement_progress p ON p.member_id = ? AND p.achievement = w.achievement AND p.period_start = w.period_start""";

    private final Sql sql;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    Achievements(Sql sql, Events events, CurrentWork work, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * How far a member is with an achievement in the period of now.
     *
     * @param completedAt null while it is not
     * @param times how many periods it was reached in
     */
    public record Standing(
            Achievement achievement,
            Instant periodStart,
            @Nullable Instant periodEnd,
            BigDecimal progress,
            @Nullable Instant completedAt,
            long times) {}

    private record Step(BigDecimal progress, @Nullable Instant completedAt) {

        static Step from(Row row) {
            return new Step(new BigDecimal(row.text("progress")), row.timeOrNull("completed_at"));
        }
    }

    private record Found(
            String achievement,
            BigDecimal progress,
            @Nullable Instant completedAt,
            long times) {

        static Found from(Row row) {
            return new Found(
                    row.text("achievement"),
                    new BigDecimal(row.text("progress")),
                    row.timeOrNull("completed_at"),
                    row.number("times"));
        }
    }

    /**
     * Counts an activity of a member for the achievements of the terms of its time.
     *
     * @return for each achievement it completed, the activity that it was reached
     */
    @Transactional(TxType.MANDATORY)
    public List<Activity> count(Terms terms, int version, Holder member, MemberThen then, Activity activity) {
        List<Activity> reached = new ArrayList<>();
        for (Achievement achievement : terms.achievementsOrNone()) {
            BigDecimal worth = achievement.worth(activity, then, member.zone());
            if (worth.signum() > 0 && completes(achievement, member, activity, worth)) {
                Instant periodStart = achievement.periodStart(activity.occurredAt(), member.zone());
                publish(achievement, version, member, periodStart, activity.occurredAt());
                reached.add(new Activity(
                        sourceId(achievement, member, periodStart),
                        member.clientId(),
                        Achievement.COMPLETED,
                        activity.occurredAt(),
                        Map.of("achievement", achievement.key())));
            }
        }
        return reached;
    }

    /** One for each member, achievement and period: whoever completes it, it is rewarded once. At most 128 characters. */
    private static String sourceId(Achievement achievement, Holder member, Instant periodStart) {
        return member.memberId() + "/" + periodStart.getEpochSecond() + "/" + achievement.key();
    }

    private boolean completes(Achievement achievement, Holder member, Activity activity, BigDecimal worth) {
        Instant periodStart = achievement.periodStart(activity.occurredAt(), member.zone());
        Optional<Step> step = sql.find(
                STEP,
                Step::from,
                member.memberId(),
                achievement.key(),
                activity.sourceId(),
                member.clientId(),
                periodStart,
                activity.occurredAt(),
                worth);
        boolean reached = step.isPresent()
                && step.get().completedAt() == null
                && step.get().progress().compareTo(achievement.target()) >= 0;
        return reached
                && mayCompleteAgain(achievement, member)
                && sql.update(COMPLETE, clock.instant(), member.memberId(), achievement.key(), periodStart) == 1;
    }

    private boolean mayCompleteAgain(Achievement achievement, Holder member) {
        Integer times = achievement.times();
        if (times == null) {
            return true;
        }
        // periods of one member are completed one after the other, so that the count holds
        sql.one(LOCK, row -> row.uuid("id"), member.memberId());
        return sql.one(COMPLETED, row -> row.number("times"), member.memberId(), achievement.key()) < times;
    }

    /** Where a member stands with each achievement of the terms in force, at {@code now}. */
    @Transactional(TxType.MANDATORY)
    public List<Standing> standings(Terms terms, Holder member, Instant now) {
        List<Achievement> all = terms.achievementsOrNone();
        List<Found> found = sql.list(
                STANDING,
                Found::from,
                member.memberId(),
                Sql.column("text", all, Achievement::key),
                Sql.column("timestamptz", all, achievement -> achievement.periodStart(now, member.zone())),
                member.memberId());
        return all.stream()
                .map(achievement -> found.stream()
                        .filter(row -> row.achievement().equals(achievement.key()))
                        .findFirst()
                        .map(row -> new Standing(
                                achievement,
                                achievement.periodStart(now, member.zone()),
                                achievement.periodEnd(now, member.zone()),
                                row.progress(),
                                row.completedAt(),
                                row.times()))
                        .orElseThrow())
                .toList();
    }

    private void publish(Achievement achievement, int version, Holder member, Instant periodStart, Instant at) {
        events.publish(
                new AchievementCompleted(
                        member.memberId(),
                        member.programmeId(),
                        member.clientId(),
                        achievement.key(),
                        achievement.period() == null
                                ? null
                                : periodStart.atZone(member.zone()).toLocalDate(),
                        achievement.target(),
                        version,
                        at,
                        work.caller().id(),
                        member.link()),
                at);
    }
}
