package io.clientele.loyalty.tier;

import io.clientele.contracts.loyalty.TierChangeReason;
import io.clientele.contracts.loyalty.TierChanged;
import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.rules.TierScheme;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges members' tiers, many at a time. Each move is kept with what it rests on and published. */
@ApplicationScoped
public class Tiers {

    private static final String STANDING = """
            SELECT m.id AS member_id, m.client_id, t.tier, t.kept_until, t.since, coalesce(q.points, 0) AS points
            FROM member m LEFT JOIN member_tier t ON t.member_id = m.id
            LEFT JOIN qualifying_points(?, ?, ?, ?) q ON q.member_id = m.id
            WHERE m.id = ANY (?) AND m.programme_id = ?""";

    private static final String KEEP = """
            INSERT INTO member_tier (member_id, programme_id, client_id, tier, since, kept_until)
            SELECT k.member_id, ?, k.client_id, k.tier, ?, k.kept_until
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::date[]) AS k(member_id, client_id, tier, kept_until)
            ON CONFLICT (member_id) DO UPDATE SET tier = excluded.tier, kept_until = excluded.kept_until,
                since = CASE WHEN member_tier.tier IS DISTINCT FROM excluded.tier THEN excluded.since ELSE member_tier.since END""";

    private static final String MOVES = """
            INSERT INTO tier_move (member_id, client_id, before, after, reason, qualifying, period_start, programme_version, happened_at, actor)
            SELECT v.member_id, v.client_id, v.before, v.after, v.reason, v.qualifying, ?, ?, ?, ?
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[]) AS v(member_id, client_id, before, after, reason, qualifying)""";

    private static final String HISTORY = """
            SELECT id, before, after, reason, qualifying, period_start, programme_version, happened_at, actor FROM tier_move
            WHERE member_id = ? AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?""";

    private final Sql sql;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    Tiers(Sql sql, Events events, CurrentWork work, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Where a member stands.
     *
     * @param tier null for none
     * @param keptUntil last business day a tier is kept that is no longer reached
     * @param points qualifying points of the period
     */
    public record Standing(
            UUID memberId,
            String clientId,
            @Nullable String tier,
            @Nullable LocalDate keptUntil,
            @Nullable Instant since,
            long points) {

        static Standing from(Row row) {
            return new Standing(
                    row.uuid("member_id"),
                    row.text("client_id"),
                    row.textOrNull("tier"),
                    row.dateOrNull("kept_until"),
                    row.timeOrNull("since"),
                    row.number("points"));
        }
    }

    /** A move as it was made. */
    public record Move(
            UUID id,
            @Nullable String before,
            @Nullable String after,
            TierChangeReason reason,
            long qualifying,
            Instant periodStart,
            int programmeVersion,
            Instant happenedAt,
            String actor) {

        static Move from(Row row) {
            return new Move(
                    row.uuid("id"),
                    row.textOrNull("before"),
                    row.textOrNull("after"),
                    TierChangeReason.valueOf(row.text("reason")),
                    row.number("qualifying"),
                    row.time("period_start"),
                    (int) row.number("programme_version"),
                    row.time("happened_at"),
                    row.text("actor"));
        }
    }

    private record Judged(Standing standing, long measured, TierVerdict verdict) {

        boolean moves() {
            return !Objects.equals(standing.tier(), verdict.tier());
        }

        boolean changes() {
            return moves() || !Objects.equals(standing.keptUntil(), verdict.keptUntil());
        }
    }

    /** Where members stand by the scheme in force, as of now. */
    @Transactional(TxType.MANDATORY)
    public List<Standing> standings(RunningProgramme programme, TierScheme scheme, Collection<UUID> members) {
        Instant now = clock.instant();
        Sql.Many ids = Sql.column("uuid", members, id -> id);
        return sql.list(
                STANDING,
                Standing::from,
                ids,
                scheme.currency(),
                scheme.periodStart(now, programme.zone()),
                now,
                ids,
                programme.id());
    }

    /**
     * Judges members by the version in force and moves who has to move.
     *
     * @return moves made
     */
    @Transactional(TxType.MANDATORY)
    public int judge(RunningProgramme programme, RunningProgramme.Effective version, Collection<UUID> members) {
        TierScheme scheme = version.terms().tiers();
        if (scheme == null || members.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        LocalDate today = now.atZone(programme.zone()).toLocalDate();
        int months = scheme.months(now, programme.zone());
        List<Judged> changed = standings(programme, scheme, members).stream()
                .map(standing -> {
                    long measured = standing.points() / months;
                    return new Judged(
                            standing,
                            measured,
                            TierVerdict.of(scheme, measured, standing.tier(), standing.keptUntil(), today));
                })
                .filter(Judged::changes)
                .toList();
        if (changed.isEmpty()) {
            return 0;
        }
        sql.update(
                KEEP,
                programme.id(),
                now,
                Sql.column("uuid", changed, judged -> judged.standing().memberId()),
                Sql.column("text", changed, judged -> judged.standing().clientId()),
                Sql.column("text", changed, judged -> judged.verdict().tier()),
                Sql.column("date", changed, judged -> judged.verdict().keptUntil()));
        return move(
                programme,
                version,
                scheme,
                changed.stream().filter(Judged::moves).toList(),
                now);
    }

    private int move(
            RunningProgramme programme,
            RunningProgramme.Effective version,
            TierScheme scheme,
            List<Judged> moves,
            Instant now) {
        if (moves.isEmpty()) {
            return 0;
        }
        sql.update(
                MOVES,
                scheme.periodStart(now, programme.zone()),
                version.number(),
                now,
                work.caller().id(),
                Sql.column("uuid", moves, judged -> judged.standing().memberId()),
                Sql.column("text", moves, judged -> judged.standing().clientId()),
                Sql.column("text", moves, judged -> judged.standing().tier()),
                Sql.column("text", moves, judged -> judged.verdict().tier()),
                Sql.column("text", moves, judged -> reason(scheme, judged).name()),
                Sql.column("int8", moves, Judged::measured));
        List<TierChanged> published = new ArrayList<>();
        for (Judged judged : moves) {
            Standing standing = judged.standing();
            published.add(new TierChanged(
                    standing.memberId(),
                    programme.id(),
                    standing.clientId(),
                    standing.tier(),
                    judged.verdict().tier(),
                    judged.measured(),
                    version.number(),
                    reason(scheme, judged),
                    now,
                    work.caller().id(),
                    "/v1/loyalty-programmes/" + programme.id() + "/members/" + standing.memberId()));
        }
        events.publishAll(published);
        return moves.size();
    }

    private static TierChangeReason reason(TierScheme scheme, Judged judged) {
        return scheme.placeOf(judged.verdict().tier())
                        > scheme.placeOf(judged.standing().tier())
                ? TierChangeReason.REACHED
                : TierChangeReason.NOT_KEPT;
    }

    /** A member's moves, oldest first. */
    public List<Move> history(UUID member, @Nullable UUID after, int limit) {
        return sql.list(HISTORY, Move::from, member, after, after, limit);
    }
}
