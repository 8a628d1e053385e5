package io.clientele.loyalty.earning;

import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.rules.MemberThen;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which tier members were in, and which segments, at the time of an activity; asked only where rules ask for it. */
@ApplicationScoped
class MembersThen {

    private static final String THEN = """
            SELECT c.place,
                   (SELECT t.after FROM tier_move t WHERE t.member_id = c.member_id AND t.happened_at <= c.at
                    ORDER BY t.happened_at DESC, t.id DESC LIMIT 1) AS tier,
                   (SELECT string_agg(s.segment_id::text, ',')
                    FROM (SELECT DISTINCT ON (m.segment_id) m.segment_id, m.inside FROM segment_move m
                          WHERE m.client_id = c.client_id AND m.segment_id = ANY (?) AND m.since <= c.at
                          ORDER BY m.segment_id, m.sequence DESC) s
                    WHERE s.inside) AS segments
            FROM unnest(?::int[], ?::uuid[], ?::text[], ?::timestamptz[]) AS c(place, member_id, client_id, at)""";

    private final Sql sql;

    MembersThen(Sql sql) {
        this.sql = sql;
    }

    private record Found(int place, MemberThen then) {

        static Found from(Row row) {
            String segments = row.textOrNull("segments");
            return new Found(
                    (int) row.number("place"),
                    new MemberThen(
                            row.textOrNull("tier"),
                            segments == null
                                    ? Set.of()
                                    : Stream.of(segments.split(","))
                                            .map(UUID::fromString)
                                            .collect(Collectors.toUnmodifiableSet())));
        }
    }

    /** For each case, in their order. */
    List<MemberThen> of(List<EarningPoints.Case> cases) {
        List<MemberThen> then = new ArrayList<>(Collections.nCopies(cases.size(), MemberThen.PLAIN));
        List<Integer> asked = new ArrayList<>();
        Set<UUID> segments = new java.util.HashSet<>();
        for (int i = 0; i < cases.size(); i++) {
            EarningPoints.Case one = cases.get(i);
            RunningProgramme.Effective version =
                    one.programme().inForceAt(one.activity().occurredAt()).orElse(null);
            if (version != null && version.asksAboutMembers()) {
                asked.add(i);
                segments.addAll(version.segments());
            }
        }
        if (!asked.isEmpty()) {
            sql.list(
                            THEN,
                            Found::from,
                            Sql.column("uuid", segments, segment -> segment),
                            Sql.column("int4", asked, place -> place),
                            Sql.column(
                                    "uuid",
                                    asked,
                                    place -> cases.get(place).member().id()),
                            Sql.column(
                                    "text",
                                    asked,
                                    place -> cases.get(place).member().clientId()),
                            Sql.column(
                                    "timestamptz",
                                    asked,
                                    place -> cases.get(place).activity().occurredAt()))
                    .forEach(found -> then.set(found.place(), found.then()));
        }
        return then;
    }
}
