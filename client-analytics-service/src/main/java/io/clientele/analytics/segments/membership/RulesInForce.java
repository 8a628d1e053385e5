package io.clientele.analytics.segments.membership;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleReader;
import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads which rules are in force. Rules are parsed once: an approved one never changes. */
@ApplicationScoped
public class RulesInForce {

    private static final String IN_FORCE =
            "SELECT id, name, active_version FROM segment WHERE state = 'ACTIVE' ORDER BY id";

    private static final String RULES = """
            SELECT v.segment_id, v.number, v.rule FROM segment_version v
            JOIN unnest(?::text[]::uuid[], ?::text[]::integer[]) AS wanted(segment_id, number)
            ON v.segment_id = wanted.segment_id AND v.number = wanted.number""";

    private final Statements statements;
    private final ObjectMapper json;
    private volatile Map<Key, Rule> parsed = Map.of();

    RulesInForce(Statements statements, ObjectMapper json) {
        this.statements = statements;
        this.json = json;
    }

    private record Key(UUID segment, int version) {}

    private record Row(Key key, String name) {}

    /** The segments in force as the transaction in progress sees them now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ActiveSegments read() {
        List<Row> inForce = statements.rows(
                IN_FORCE,
                row -> new Row(
                        new Key(Statements.uuid(row, "id"), row.getInt("active_version")), row.getString("name")));
        Map<Key, Rule> known = parsed;
        List<Key> missing = inForce.stream()
                .map(Row::key)
                .filter(key -> !known.containsKey(key))
                .toList();
        Map<Key, Rule> rules =
                missing.isEmpty() && known.size() == inForce.size() ? known : refreshed(inForce, missing);
        return new ActiveSegments(inForce.stream()
                .map(row -> ActiveSegment.of(
                        row.key().segment(),
                        row.name(),
                        row.key().version(),
                        Objects.requireNonNull(rules.get(row.key()))))
                .toList());
    }

    private Map<Key, Rule> refreshed(List<Row> inForce, List<Key> missing) {
        Map<Key, Rule> rules = new HashMap<>();
        for (Row row : inForce) {
            Rule rule = parsed.get(row.key());
            if (rule != null) {
                rules.put(row.key(), rule);
            }
        }
        List<UUID> segments = new ArrayList<>();
        List<Integer> versions = new ArrayList<>();
        missing.forEach(key -> {
            segments.add(key.segment());
            versions.add(key.version());
        });
        statements
                .rows(
                        RULES,
                        row -> Map.entry(
                                new Key(Statements.uuid(row, "segment_id"), row.getInt("number")),
                                parse(row.getString("rule"))),
                        segments,
                        versions)
                .forEach(rule -> rules.put(rule.getKey(), rule.getValue()));
        parsed = Map.copyOf(rules);
        return rules;
    }

    private Rule parse(String rule) {
        try {
            return RuleReader.read(json.readTree(rule), "");
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored rule is no JSON", unreadable);
        }
    }
}
