package io.clientele.loyalty.simulation;

import io.clientele.loyalty.earning.Membership;
import io.clientele.loyalty.history.ActivityHistory;
import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.programme.RunningProgrammes;
import io.clientele.loyalty.rules.Terms;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works simulations off in slices of members. What came out of a slice and how far the simulation is commit together: a kill
 * repeats nothing and leaves out nobody, and several replicas take turns. Only the tables of simulations are written.
 */
@ApplicationScoped
class RunningSimulations {

    private static final int SLICE = 250;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private static final String CLAIM = """
            SELECT id, last_member FROM simulation WHERE state = 'RUNNING' ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED""";

    private static final String MEMBERS = """
            SELECT m.id, m.programme_id, m.client_id, m.joined_at, m.suspended_at, m.left_at,
                   (SELECT string_agg(s.segment_id::text, ',') FROM segment_member s
                    WHERE s.client_id = m.client_id AND s.inside AND (cardinality(w.segments) = 0 OR s.segment_id = ANY (w.segments))) AS segments
            FROM member m, (SELECT ?::uuid[] AS segments) w
            WHERE m.programme_id = ? AND (?::uuid IS NULL OR m.id > ?) AND m.joined_at < ? ORDER BY m.id LIMIT ?""";

    private static final String MOVE_ON = """
            UPDATE simulation SET last_member = coalesce(?, last_member), members_done = members_done + ?, activities = activities + ? WHERE id = ?""";

    private static final String FINISH = "UPDATE simulation SET state = 'COMPLETED', finished_at = ? WHERE id = ?";

    private final Simulations simulations;
    private final SimulationResults results;
    private final RunningProgrammes programmes;
    private final ActivityHistory history;
    private final SegmentStays stays;
    private final Sql sql;
    private final Clock clock;
    private final BackgroundLoop loop;

    RunningSimulations(
            Simulations simulations,
            SimulationResults results,
            RunningProgrammes programmes,
            ActivityHistory history,
            SegmentStays stays,
            Sql sql,
            Clock clock) {
        this.simulations = simulations;
        this.results = results;
        this.programmes = programmes;
        this.history = history;
        this.stays = stays;
        this.sql = sql;
        this.clock = clock;
        this.loop = new BackgroundLoop("loyalty-simulations", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private record Place(UUID id, @Nullable UUID lastMember) {

        static Place from(Row row) {
            return new Place(row.uuid("id"), row.uuidOrNull("last_member"));
        }
    }

    /** A member in replay, by the terms of both sides. */
    private record Replayed(Membership member, List<UUID> segments, Map<Side, Replay> sides) {}

    private boolean round() {
        return QuarkusTransaction.requiringNew().timeout(300).call(() -> {
            Optional<Place> place = sql.find(CLAIM, Place::from);
            place.ifPresent(this::slice);
            return place.isPresent();
        });
    }

    private void slice(Place place) {
        Simulation simulation = simulations.get(place.id());
        RunningProgramme programme = programmes.current().stream()
                .filter(candidate -> candidate.id().equals(simulation.programmeId()))
                .findFirst()
                .orElseThrow();
        Map<Side, Terms> terms = Map.of(
                Side.CANDIDATE,
                simulation.candidate(),
                Side.TODAY,
                programme.version(simulation.todayVersion()).terms());
        Map<String, Replayed> members = members(simulation, place.lastMember(), terms, programme.zone());
        long activities = replay(simulation, members, terms);
        SimulationResults.Sums sums = new SimulationResults.Sums();
        members.values().forEach(member -> {
            member.sides().forEach((side, replay) -> sums.add(simulation, side, member.segments(), replay));
            sums.addTiers(
                    member.segments(), tier(member, Side.TODAY, simulation), tier(member, Side.CANDIDATE, simulation));
        });
        results.add(simulation.id(), sums);
        UUID last = members.values().stream()
                .map(member -> member.member().id())
                .max(RunningSimulations::asPostgresOrders)
                .orElse(null);
        sql.update(MOVE_ON, last, members.size(), activities, simulation.id());
        if (members.size() < SLICE) {
            results.settleBudgets(simulation.id());
            sql.update(FINISH, clock.instant(), simulation.id());
        }
    }

    /** As unsigned bytes, unlike {@link UUID#compareTo}. */
    private static int asPostgresOrders(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }

    private static @Nullable String tier(Replayed member, Side side, Simulation simulation) {
        Replay replay = member.sides().get(side);
        return replay == null ? null : replay.tierAt(simulation.end().minusNanos(1000));
    }

    private Map<String, Replayed> members(
            Simulation simulation, @Nullable UUID last, Map<Side, Terms> terms, ZoneId zone) {
        Map<String, Replayed> members = new HashMap<>();
        sql.list(
                        MEMBERS,
                        row -> new Replayed(
                                Membership.from(row),
                                Simulations.segments(row),
                                terms.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey, side -> new Replay(side.getValue(), zone)))),
                        Sql.column("uuid", simulation.segments(), segment -> segment),
                        simulation.programmeId(),
                        last,
                        last,
                        simulation.until(),
                        SLICE)
                .forEach(member -> members.put(member.member().clientId(), member));
        return members;
    }

    private long replay(Simulation simulation, Map<String, Replayed> members, Map<Side, Terms> terms) {
        Set<String> types = union(terms.values().stream().map(Terms::activityTypes));
        SegmentStays.Known segments =
                stays.of(members.keySet(), union(terms.values().stream().map(Terms::segments)));
        long[] count = {0};
        history.replay(members.keySet(), types, simulation.since(), simulation.until(), activity -> {
            Replayed replayed = java.util.Objects.requireNonNull(members.get(activity.clientId()));
            if (replayed.member().obstacleAt(activity.occurredAt()) == null) {
                Set<UUID> inside = segments.at(activity.clientId(), activity.occurredAt());
                replayed.sides().values().forEach(side -> side.take(activity, inside));
                count[0]++;
            }
        });
        return count[0];
    }

    private static <T> Set<T> union(Stream<Set<T>> sets) {
        return sets.flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
