package io.clientele.loyalty.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up what simulations bring, a slice of members at a time, and at the end what caps on all members leave. */
@ApplicationScoped
class SimulationResults {

    private static final String ADD_POINTS = """
            INSERT INTO simulation_points AS s
                (simulation_id, segment_id, side, currency, earning, activities, wished, granted, expired, pending, available)
            SELECT ?::uuid, t.* FROM unnest(
                ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::numeric[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) AS t
            ON CONFLICT ON CONSTRAINT simulation_points_uq DO UPDATE SET
                earning = s.earning + excluded.earning, activities = s.activities + excluded.activities, wished = s.wished + excluded.wished,
                granted = s.granted + excluded.granted, expired = s.expired + excluded.expired, pending = s.pending + excluded.pending,
                available = s.available + excluded.available""";

    private static final String ADD_TIERS = """
            INSERT INTO simulation_tiers AS s (simulation_id, segment_id, today, candidate, members)
            SELECT ?::uuid, t.* FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[]) AS t
            ON CONFLICT ON CONSTRAINT simulation_tiers_uq DO UPDATE SET members = s.members + excluded.members""";

    private static final String ADD_BUDGETED = """
            INSERT INTO simulation_budget_grant (simulation_id, side, occurred_at, source_id, place, currency, points, fate, caps, segments)
            SELECT ?::uuid, t.side, t.occurred_at, t.source_id, t.place, t.currency, t.points, t.fate, t.caps::jsonb,
                   coalesce(string_to_array(nullif(t.segments, ''), ',')::uuid[], '{}')
            FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::int[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                AS t(side, occurred_at, source_id, place, currency, points, fate, caps, segments)""";

    private static final String BUDGETED = """
            SELECT side, currency, points, fate, caps, array_to_string(segments, ',') AS segments FROM simulation_budget_grant
            WHERE simulation_id = ? ORDER BY side, occurred_at, source_id, place""";

    private static final String FORGET_BUDGETED = "DELETE FROM simulation_budget_grant WHERE simulation_id = ?";

    private final Sql sql;
    private final ObjectMapper json;

    SimulationResults(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Line(@Nullable UUID segment, Side side, String currency) {}

    private record Pair(
            @Nullable UUID segment,
            @Nullable String today,
            @Nullable String candidate) {}

    private record Waiting(Side side, List<UUID> segments, Replay.Budgeted grant) {}

    private record Counter(Side side, Replay.Spell spell) {}

    /** Sums of some members. */
    static final class Sums {

        private final Map<Line, Tally> points = new HashMap<>();
        private final Map<Pair, Long> tiers = new HashMap<>();
        private final List<Waiting> waiting = new ArrayList<>();

        /** One side of one member. */
        void add(Simulation simulation, Side side, List<UUID> segments, Replay replay) {
            replay.talliesAt(simulation.end())
                    .forEach((currency, tally) -> each(
                            segments, segment -> line(segment, side, currency).add(tally)));
            replay.budgetedAt(simulation.end()).forEach(grant -> waiting.add(new Waiting(side, segments, grant)));
        }

        void addTiers(List<UUID> segments, @Nullable String today, @Nullable String candidate) {
            each(segments, segment -> tiers.merge(new Pair(segment, today, candidate), 1L, Long::sum));
        }

        private void grant(Side side, String currency, List<UUID> segments, long granted, Replay.Fate fate) {
            each(segments, segment -> line(segment, side, currency).grant(granted, fate));
        }

        private Tally line(@Nullable UUID segment, Side side, String currency) {
            return points.computeIfAbsent(new Line(segment, side, currency), line -> new Tally());
        }

        private static void each(List<UUID> segments, java.util.function.Consumer<@Nullable UUID> add) {
            add.accept(null);
            segments.forEach(add);
        }
    }

    void add(UUID simulation, Sums sums) {
        addPoints(simulation, sums);
        if (!sums.tiers.isEmpty()) {
            List<Map.Entry<Pair, Long>> pairs = List.copyOf(sums.tiers.entrySet());
            sql.update(
                    ADD_TIERS,
                    simulation,
                    Sql.column("uuid", pairs, pair -> pair.getKey().segment()),
                    Sql.column("text", pairs, pair -> pair.getKey().today()),
                    Sql.column("text", pairs, pair -> pair.getKey().candidate()),
                    Sql.column("int8", pairs, Map.Entry::getValue));
        }
        if (!sums.waiting.isEmpty()) {
            List<Waiting> waiting = sums.waiting;
            sql.update(
                    ADD_BUDGETED,
                    simulation,
                    Sql.column("text", waiting, Waiting::side),
                    Sql.column("timestamptz", waiting, one -> one.grant().occurredAt()),
                    Sql.column("text", waiting, one -> one.grant().sourceId()),
                    Sql.column("int4", waiting, one -> one.grant().place()),
                    Sql.column("text", waiting, one -> one.grant().currency()),
                    Sql.column("int8", waiting, one -> one.grant().points()),
                    Sql.column("text", waiting, one -> one.grant().fate()),
                    Sql.column("text", waiting, one -> write(one.grant().caps())),
                    Sql.column(
                            "text",
                            waiting,
                            one -> one.segments().stream()
                                    .map(UUID::toString)
                                    .collect(java.util.stream.Collectors.joining(","))));
        }
    }

    private void addPoints(UUID simulation, Sums sums) {
        List<Map.Entry<Line, Tally>> lines = List.copyOf(sums.points.entrySet());
        if (!lines.isEmpty()) {
            sql.update(
                    ADD_POINTS,
                    simulation,
                    Sql.column("uuid", lines, line -> line.getKey().segment()),
                    Sql.column("text", lines, line -> line.getKey().side()),
                    Sql.column("text", lines, line -> line.getKey().currency()),
                    Sql.column("int8", lines, line -> line.getValue().earning()),
                    Sql.column("int8", lines, line -> line.getValue().activities()),
                    Sql.column("numeric", lines, line -> line.getValue().wished()),
                    Sql.column("int8", lines, line -> line.getValue().granted()),
                    Sql.column("int8", lines, line -> line.getValue().expired()),
                    Sql.column("int8", lines, line -> line.getValue().pending()),
                    Sql.column("int8", lines, line -> line.getValue().available()));
        }
    }

    /** Grants what caps on all members leave, in the order of time. */
    void settleBudgets(UUID simulation) {
        Map<Counter, Long> used = new HashMap<>();
        Sums sums = new Sums();
        sql.each(
                BUDGETED,
                row -> {
                    Side side = Side.valueOf(row.text("side"));
                    List<Replay.Room> caps = read(row.text("caps"));
                    long granted = row.number("points");
                    for (Replay.Room cap : caps) {
                        granted =
                                Math.min(granted, Math.max(0, cap.limit() - used.getOrDefault(counter(side, cap), 0L)));
                    }
                    for (Replay.Room cap : caps) {
                        used.merge(counter(side, cap), granted, Long::sum);
                    }
                    sums.grant(
                            side,
                            row.text("currency"),
                            Simulations.segments(row),
                            granted,
                            Replay.Fate.valueOf(row.text("fate")));
                },
                simulation);
        addPoints(simulation, sums);
        sql.update(FORGET_BUDGETED, simulation);
    }

    private static Counter counter(Side side, Replay.Room cap) {
        return new Counter(side, new Replay.Spell(cap.cap(), cap.start()));
    }

    private List<Replay.Room> read(String caps) {
        try {
            return json.readValue(caps, new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("kept caps cannot be read", unreadable);
        }
    }

    private String write(List<Replay.Room> caps) {
        try {
            return json.writeValueAsString(caps);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
