package io.clientele.loyalty.tier;

import io.clientele.contracts.loyalty.TierChangeReason;
import io.clientele.contracts.loyalty.TierChanged;
import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.rules.Tier;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives members a tier they did not earn here, many at a time: taken over from another system or another membership. A tier
 * is kept to a day without being reached, and nobody falls by it. Each move is kept and published.
 */
@ApplicationScoped
public class GrantingTiers {

    private static final String GRANT = """
            WITH granted AS (
                SELECT g.member_id, g.client_id, g.tier, g.kept_until, array_position(?::text[], g.tier) AS place, t.tier AS before
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::date[]) AS g(member_id, client_id, tier, kept_until)
                LEFT JOIN member_tier t ON t.member_id = g.member_id),
            risen AS (
                SELECT * FROM granted g WHERE g.place > coalesce(array_position(?::text[], g.before), 0)),
            kept AS (
                INSERT INTO member_tier (member_id, programme_id, client_id, tier, since, kept_until)
                SELECT r.member_id, ?::uuid, r.client_id, r.tier, ?::timestamptz, r.kept_until FROM risen r
                ON CONFLICT (member_id) DO UPDATE SET tier = excluded.tier, since = excluded.since, kept_until = excluded.kept_until)
            INSERT INTO tier_move (member_id, client_id, before, after, reason, qualifying, period_start, programme_version, happened_at, actor)
            SELECT r.member_id, r.client_id, r.before, r.tier, ?, 0, ?::timestamptz, ?, ?::timestamptz, ? FROM risen r
            RETURNING member_id, client_id, before, after""";

    private final Sql sql;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    GrantingTiers(Sql sql, Events events, CurrentWork work, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A tier, by its key, for a member.
     *
     * @param keptUntil last business day it is kept without being reached; null for the length of a period
     */
    public record Grant(
            UUID memberId,
            String clientId,
            String tier,
            @Nullable LocalDate keptUntil) {}

    private record Risen(
            UUID memberId, String clientId, @Nullable String before, String after) {

        static Risen from(Row row) {
            return new Risen(row.uuid("member_id"), row.text("client_id"), row.textOrNull("before"), row.text("after"));
        }
    }

    /** The tiers members can be given now, lowest first; none for a programme without tiers. */
    public List<String> grantable(RunningProgramme programme) {
        return scheme(programme)
                .map(scheme -> scheme.tiers().stream().map(Tier::key).toList())
                .orElse(List.of());
    }

    /**
     * Gives tiers; whoever has one as high keeps it.
     *
     * @return members who rose
     */
    @Transactional(TxType.MANDATORY)
    public List<UUID> grant(RunningProgramme programme, Collection<Grant> grants, TierChangeReason reason) {
        TierScheme scheme = scheme(programme).orElse(null);
        if (scheme == null || grants.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        int version = programme.inForceAt(now).orElseThrow().number();
        LocalDate periodEnd = scheme.periodEnd(now, programme.zone());
        Sql.Many order = Sql.texts(grantable(programme));
        List<TierChanged> risen = sql
                .list(
                        GRANT,
                        Risen::from,
                        order,
                        Sql.column("uuid", grants, Grant::memberId),
                        Sql.column("text", grants, Grant::clientId),
                        Sql.column("text", grants, Grant::tier),
                        Sql.column("date", grants, grant -> grant.keptUntil() == null ? periodEnd : grant.keptUntil()),
                        order,
                        programme.id(),
                        now,
                        reason,
                        scheme.periodStart(now, programme.zone()),
                        version,
                        now,
                        work.caller().id())
                .stream()
                .map(move -> new TierChanged(
                        move.memberId(),
                        programme.id(),
                        move.clientId(),
                        move.before(),
                        move.after(),
                        0,
                        version,
                        reason,
                        now,
                        work.caller().id(),
                        "/v1/loyalty-programmes/" + programme.id() + "/members/" + move.memberId()))
                .toList();
        events.publishAll(risen);
        return risen.stream().map(TierChanged::memberId).toList();
    }

    private Optional<TierScheme> scheme(RunningProgramme programme) {
        return programme
                .inForceAt(clock.instant())
                .map(version -> version.terms().tiers());
    }
}
