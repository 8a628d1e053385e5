package io.clientele.loyalty.tier;

import io.clientele.contracts.loyalty.TierAtRisk;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells which tiers are at risk, and warns of those that are going to be lost soon, once for each last day. */
@ApplicationScoped
public class TierRisks {

    private static final int DAYS_AHEAD = 30;

    private static final String BY_DAY = """
            SELECT a.holder_id AS member_id, (p.occurred_at AT TIME ZONE ?)::date AS day,
                   sum(p.points - coalesce((SELECT sum(r.points) FROM posting r WHERE r.reverses = p.id AND r.kind = 'REVERSE'), 0))::bigint AS points
            FROM points_account a JOIN posting p ON p.account_id = a.id
            WHERE a.holder_id = ANY (?) AND a.currency = ? AND p.kind = 'EARN' AND p.occurred_at >= ? AND p.occurred_at <= ?
            GROUP BY a.holder_id, day""";

    private static final String WARN = """
            INSERT INTO tier_warning (member_id, client_id, tier, kept_until, warned_at)
            SELECT w.member_id, w.client_id, w.tier, w.kept_until, ?
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::date[]) AS w(member_id, client_id, tier, kept_until)
            ON CONFLICT DO NOTHING RETURNING member_id""";

    private final Tiers tiers;
    private final Sql sql;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    TierRisks(Tiers tiers, Sql sql, Events events, CurrentWork work, Clock clock) {
        this.tiers = tiers;
        this.sql = sql;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    private record Earned(UUID member, TierOutlook.Day day) {

        static Earned from(Row row) {
            return new Earned(row.uuid("member_id"), new TierOutlook.Day(row.date("day"), row.number("points")));
        }
    }

    /** What a member is going to lose who earns nothing more; empty for nothing. */
    @Transactional(TxType.MANDATORY)
    public Optional<TierOutlook.Risk> of(RunningProgramme programme, TierScheme scheme, Tiers.Standing standing) {
        LocalDate today = clock.instant().atZone(programme.zone()).toLocalDate();
        return Optional.ofNullable(risks(programme, scheme, List.of(standing), TierOutlook.endOfPeriod(scheme, today))
                .get(standing.memberId()));
    }

    /** Warns of tiers that members are going to lose within 30 days. */
    @Transactional(TxType.MANDATORY)
    void warn(RunningProgramme programme, RunningProgramme.Effective version, Collection<UUID> members) {
        TierScheme scheme = version.terms().tiers();
        if (scheme == null || members.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate horizon = now.atZone(programme.zone()).toLocalDate().plusDays(DAYS_AHEAD);
        List<Tiers.Standing> standings = tiers.standings(programme, scheme, members);
        Map<UUID, TierOutlook.Risk> risks = risks(programme, scheme, standings, horizon);
        List<Tiers.Standing> atRisk = standings.stream()
                .filter(standing -> risks.containsKey(standing.memberId()))
                .toList();
        if (atRisk.isEmpty()) {
            return;
        }
        List<UUID> warned = sql.list(
                WARN,
                row -> row.uuid("member_id"),
                now,
                Sql.column("uuid", atRisk, Tiers.Standing::memberId),
                Sql.column("text", atRisk, Tiers.Standing::clientId),
                Sql.column("text", atRisk, Tiers.Standing::tier),
                Sql.column("date", atRisk, standing -> of(risks, standing).keptUntil()));
        atRisk.stream()
                .filter(standing -> warned.contains(standing.memberId()))
                .forEach(standing -> publish(programme, version, standing, of(risks, standing), now));
    }

    private static TierOutlook.Risk of(Map<UUID, TierOutlook.Risk> risks, Tiers.Standing standing) {
        return java.util.Objects.requireNonNull(risks.get(standing.memberId()));
    }

    private Map<UUID, TierOutlook.Risk> risks(
            RunningProgramme programme, TierScheme scheme, List<Tiers.Standing> standings, LocalDate horizon) {
        List<Tiers.Standing> inATier =
                standings.stream().filter(standing -> standing.tier() != null).toList();
        if (inATier.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        LocalDate today = now.atZone(programme.zone()).toLocalDate();
        Map<UUID, List<TierOutlook.Day>> earned = sql
                .list(
                        BY_DAY,
                        Earned::from,
                        programme.zone().getId(),
                        Sql.column("uuid", inATier, Tiers.Standing::memberId),
                        scheme.currency(),
                        scheme.periodStart(now, programme.zone()),
                        now)
                .stream()
                .collect(Collectors.groupingBy(Earned::member, Collectors.mapping(Earned::day, Collectors.toList())));
        Map<UUID, TierOutlook.Risk> risks = new HashMap<>();
        for (Tiers.Standing standing : inATier) {
            TierOutlook.of(
                            scheme,
                            programme.zone(),
                            standing.tier(),
                            standing.keptUntil(),
                            earned.getOrDefault(standing.memberId(), List.of()),
                            today,
                            horizon)
                    .ifPresent(risk -> risks.put(standing.memberId(), risk));
        }
        return risks;
    }

    private void publish(
            RunningProgramme programme,
            RunningProgramme.Effective version,
            Tiers.Standing standing,
            TierOutlook.Risk risk,
            Instant now) {
        events.publish(
                new TierAtRisk(
                        standing.memberId(),
                        programme.id(),
                        standing.clientId(),
                        risk.tier(),
                        risk.fallsTo(),
                        risk.keptUntil(),
                        risk.missing(),
                        version.number(),
                        now,
                        work.caller().id(),
                        "/v1/loyalty-programmes/" + programme.id() + "/members/" + standing.memberId()),
                now);
    }
}
