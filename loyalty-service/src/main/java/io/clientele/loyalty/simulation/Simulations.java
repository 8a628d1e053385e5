package io.clientele.loyalty.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.loyalty.programme.TermsJson;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All simulations and what came out. */
@ApplicationScoped
public class Simulations {

    private static final String COLUMNS = """
            id, programme_id, today_version, candidate, costs, array_to_string(segments, ',') AS segments, since, until, state, members,
            members_done, activities, created_by, created_at, finished_at""";

    private static final String ADD = """
            INSERT INTO simulation (id, programme_id, today_version, candidate, costs, segments, since, until, members, created_by, created_at)
            SELECT ?, ?, ?, ?, ?, ?::uuid[], ?, ?, count(*), ?, ? FROM member m WHERE m.programme_id = ? AND m.joined_at < ?""";

    private static final String GET = "SELECT " + COLUMNS + " FROM simulation WHERE id = ?";

    private static final String PAGE = "SELECT " + COLUMNS + """

            FROM simulation WHERE (?::uuid IS NULL OR programme_id = ?) AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?""";

    private static final String POINTS = """
            SELECT segment_id, side, currency, earning, activities, wished, granted, expired, pending, available
            FROM simulation_points WHERE simulation_id = ? ORDER BY segment_id NULLS FIRST, side, currency""";

    private static final String TIERS = """
            SELECT segment_id, today, candidate, members FROM simulation_tiers WHERE simulation_id = ?
            ORDER BY segment_id NULLS FIRST, today NULLS FIRST, candidate NULLS FIRST""";

    private final Sql sql;
    private final ObjectMapper json;
    private final TermsJson terms = new TermsJson();

    Simulations(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Points of one segment, side and currency.
     *
     * @param segment null for all members
     * @param earning members who earned
     * @param activities that earned
     * @param wished by the formulas
     */
    public record Points(
            @Nullable UUID segment,
            Side side,
            String currency,
            long earning,
            long activities,
            String wished,
            long granted,
            long expired,
            long pending,
            long available) {

        static Points from(Row row) {
            return new Points(
                    row.uuidOrNull("segment_id"),
                    Side.valueOf(row.text("side")),
                    row.text("currency"),
                    row.number("earning"),
                    row.number("activities"),
                    row.text("wished"),
                    row.number("granted"),
                    row.number("expired"),
                    row.number("pending"),
                    row.number("available"));
        }
    }

    /**
     * Members of one segment that end in one tier by today's terms and another by the candidate.
     *
     * @param segment null for all members
     * @param today key; null for none
     * @param candidate key; null for none
     */
    public record TierPair(
            @Nullable UUID segment,
            @Nullable String today,
            @Nullable String candidate,
            long members) {

        static TierPair from(Row row) {
            return new TierPair(
                    row.uuidOrNull("segment_id"),
                    row.textOrNull("today"),
                    row.textOrNull("candidate"),
                    row.number("members"));
        }
    }

    void add(Simulation begun) {
        sql.update(
                ADD,
                begun.id(),
                begun.programmeId(),
                begun.todayVersion(),
                terms.convertToDatabaseColumn(begun.candidate()),
                write(begun.costs()),
                Sql.column("uuid", begun.segments(), segment -> segment),
                begun.since(),
                begun.until(),
                begun.createdBy(),
                begun.createdAt(),
                begun.programmeId(),
                begun.until());
    }

    /**
     * One simulation.
     *
     * @throws ProblemException 404
     */
    public Simulation get(UUID id) {
        return sql.find(GET, this::from, id).orElseThrow(ProblemException::notFound);
    }

    /** A page in the order of ids, which is that of age. */
    public List<Simulation> page(@Nullable UUID programme, @Nullable UUID after, int limit) {
        return sql.list(PAGE, this::from, programme, programme, after, after, limit);
    }

    /** What came out in points, all members first, then by segment. */
    public List<Points> points(UUID id) {
        return sql.list(POINTS, Points::from, id);
    }

    /** What came out in tiers, all members first, then by segment. */
    public List<TierPair> tiers(UUID id) {
        return sql.list(TIERS, TierPair::from, id);
    }

    private Simulation from(Row row) {
        return new Simulation(
                row.uuid("id"),
                row.uuid("programme_id"),
                (int) row.number("today_version"),
                terms.convertToEntityAttribute(row.text("candidate")),
                readCosts(row.text("costs")),
                segments(row),
                row.time("since"),
                row.time("until"),
                Simulation.State.valueOf(row.text("state")),
                row.number("members"),
                row.number("members_done"),
                row.number("activities"),
                row.text("created_by"),
                row.time("created_at"),
                row.timeOrNull("finished_at"));
    }

    /** The segments of a row that has their ids as one text, separated by commas. */
    static List<UUID> segments(Row row) {
        String ids = row.textOrNull("segments");
        return ids == null || ids.isEmpty()
                ? List.of()
                : Stream.of(ids.split(",")).map(UUID::fromString).toList();
    }

    private List<Simulation.Cost> readCosts(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("stored costs cannot be read", unreadable);
        }
    }

    private String write(List<Simulation.Cost> costs) {
        try {
            return json.writeValueAsString(costs);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
