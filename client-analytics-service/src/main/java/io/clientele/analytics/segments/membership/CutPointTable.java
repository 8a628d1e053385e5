package io.clientele.analytics.segments.membership;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.analytics.segments.evaluation.CutPoints;
import io.clientele.analytics.segments.evaluation.Dated;
import io.clientele.analytics.segments.rules.Ranking;
import io.clientele.analytics.segments.rules.RuleWriter;
import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The computations of cut points, every one kept: an answer for a past date uses those of that date. */
@ApplicationScoped
public class CutPointTable {

    private static final String OF =
            "SELECT * FROM segment_cut_points WHERE ranking = ANY (?) ORDER BY ranking, number";
    private static final String ADD = """
            INSERT INTO segment_cut_points (ranking, number, as_of, clients, undetermined, groups)
            SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?::jsonb FROM segment_cut_points WHERE ranking = ?""";

    private final Statements statements;
    private final ObjectMapper json;

    CutPointTable(Statements statements, ObjectMapper json) {
        this.statements = statements;
        this.json = json;
    }

    /**
     * The cut points of one peer group.
     *
     * @param clients how many were ranked
     * @param cuts the value at each quantile, in per cent
     */
    public record Group(long clients, Map<BigDecimal, BigDecimal> cuts) {}

    /**
     * One computation.
     *
     * @param number from 1 for each ranking
     * @param asOf the instant whose values were ranked, from which it is in force
     * @param clients how many were ranked
     * @param undetermined how many could not be, because an input was in error
     * @param groups by name; empty where all clients are peers
     */
    public record Computation(
            Ranking ranking, int number, Instant asOf, long clients, long undetermined, Map<String, Group> groups) {}

    /** All computations of these rankings, the oldest first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Computation> of(Collection<Ranking> rankings) {
        Map<String, Ranking> byText =
                rankings.stream().collect(Collectors.toMap(CutPointTable::text, Function.identity(), (a, b) -> a));
        return rankings.isEmpty() ? List.of() : statements.rows(OF, row -> computation(row, byText), byText.keySet());
    }

    /** As evaluations take them. */
    Map<Ranking, Dated<CutPoints>> dated(Collection<Ranking> rankings) {
        Map<Ranking, Map<Instant, CutPoints>> versions = new HashMap<>();
        of(rankings)
                .forEach(computation -> versions.computeIfAbsent(computation.ranking(), first -> new HashMap<>())
                        .put(computation.asOf(), cutPoints(computation)));
        Map<Ranking, Dated<CutPoints>> dated = new HashMap<>();
        versions.forEach((ranking, byDate) -> dated.put(ranking, new Dated<>(byDate)));
        return dated;
    }

    /** As one evaluation takes it. */
    public static CutPoints cutPoints(Computation computation) {
        Map<String, Map<BigDecimal, BigDecimal>> groups = new HashMap<>();
        computation.groups().forEach((name, group) -> groups.put(name, group.cuts()));
        return new CutPoints(computation.number(), groups);
    }

    /** Keeps a computation as the next one of its ranking, whatever number it bears. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Computation computation) {
        String ranking = text(computation.ranking());
        statements.update(
                ADD,
                ranking,
                computation.asOf(),
                computation.clients(),
                computation.undetermined(),
                write(computation.groups()),
                ranking);
    }

    private Computation computation(ResultSet row, Map<String, Ranking> byText) throws SQLException {
        Ranking ranking = byText.get(row.getString("ranking"));
        if (ranking == null) {
            throw new IllegalStateException("a ranking nobody asked for");
        }
        return new Computation(
                ranking,
                row.getInt("number"),
                Statements.instant(row, "as_of"),
                row.getLong("clients"),
                row.getLong("undetermined"),
                read(row.getString("groups")));
    }

    private record Stored(long clients, Map<String, String> cuts) {}

    private String write(Map<String, Group> groups) {
        Map<String, Stored> stored = new HashMap<>();
        groups.forEach((name, group) -> {
            Map<String, String> cuts = new HashMap<>();
            group.cuts().forEach((percent, cut) -> cuts.put(percent.toPlainString(), cut.toPlainString()));
            stored.put(name, new Stored(group.clients(), cuts));
        });
        try {
            return json.writeValueAsString(stored);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Map<String, Group> read(String groups) {
        try {
            Map<String, Group> read = new HashMap<>();
            json.readValue(groups, new TypeReference<Map<String, Stored>>() {}).forEach((name, stored) -> {
                Map<BigDecimal, BigDecimal> cuts = new HashMap<>();
                stored.cuts().forEach((percent, cut) -> cuts.put(new BigDecimal(percent), new BigDecimal(cut)));
                read.put(name, new Group(stored.clients(), cuts));
            });
            return read;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("stored cut points are no JSON", unreadable);
        }
    }

    private static String text(Ranking ranking) {
        return RuleWriter.write(ranking).toString();
    }
}
