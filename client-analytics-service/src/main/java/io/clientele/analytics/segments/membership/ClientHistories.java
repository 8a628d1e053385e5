package io.clientele.analytics.segments.membership;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clientele.analytics.consents.ConsentBook;
import io.clientele.analytics.consents.Consents;
import io.clientele.analytics.consents.Statement;
import io.clientele.analytics.segments.evaluation.Activity;
import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.evaluation.Holding;
import io.clientele.analytics.segments.rules.ClientFields;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import io.clientele.analytics.segments.rules.Value;
import io.clientele.analytics.segments.rules.ValueJson;
import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Loads what rules look at, many clients at once: three statements whatever their number. Of the activity only what the
 * rules can still count. The record is the one of today, whatever the instant; activity and products carry their own dates.
 */
@ApplicationScoped
public class ClientHistories {

    private static final String RECORDS = """
            SELECT c.client_id, c.type, c.lei, c.nace, c.domicile, c.branch, c.manager, c.team, c.tier,
                   c.kyc_status AS "kycStatus", c.parent_id AS "parentId", c.ownership,
                   c.relationship_since AS "relationshipSince", c.attributes::text AS attributes,
                   p.birth_date AS "birthDate", p.sex
            FROM client c LEFT JOIN client_person p ON p.client_id = c.client_id
            WHERE c.client_id = ANY (?)""";

    private static final String HOLDINGS =
            "SELECT client_id, product, opened_on, closed_on FROM client_product WHERE client_id = ANY (?)";

    private static final String ACTIVITIES = """
            SELECT a.client_id, a.type, a.source_id, a.occurred_at, a.data::text AS data
            FROM activity a
            JOIN unnest(?, ?::text[]::timestamptz[]) AS looked_at(type, after)
              ON a.type = looked_at.type AND a.occurred_at > looked_at.after
            WHERE a.client_id = ANY (?) AND a.occurred_at > ?::text::timestamptz""";

    private static final List<String> TEXTS = List.of(
            "type", "lei", "nace", "domicile", "branch", "manager", "team", "tier", "kycStatus", "parentId", "sex");
    private static final List<String> DATES = List.of("relationshipSince", "birthDate");

    /** What is stored was checked when it came; PostgreSQL writes a number out in full, however it was sent. */
    private static final ObjectMapper STORED = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Statements statements;
    private final ConsentBook consents;

    ClientHistories(Statements statements, ConsentBook consents) {
        this.statements = statements;
        this.consents = consents;
    }

    /**
     * The histories of those of the clients that are known and in the caller's scope.
     *
     * @param rules what is to be judged
     * @param at the instant to be judged, or the first of several
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ClientHistory> load(Collection<String> clientIds, Collection<Rule> rules, Instant at) {
        Map<String, List<Holding>> holdings = holdings(clientIds);
        Map<String, Map<String, List<Activity>>> activities = activities(clientIds, RuleInputs.horizons(rules, at));
        Map<String, Map<String, Value>> consented = consents(clientIds, rules);
        return statements.rows(
                RECORDS,
                row -> {
                    String id = row.getString("client_id");
                    Map<String, Value> fields = fields(row);
                    fields.putAll(consented.getOrDefault(id, Map.of()));
                    return new ClientHistory(
                            id, fields, holdings.getOrDefault(id, List.of()), activities.getOrDefault(id, Map.of()));
                },
                clientIds);
    }

    /** What stands of the consents the rules ask for, by client and path. */
    private Map<String, Map<String, Value>> consents(Collection<String> clientIds, Collection<Rule> rules) {
        Set<String> paths = rules.stream()
                .flatMap(rule -> RuleInputs.consents(rule).stream())
                .collect(Collectors.toSet());
        Map<String, Map<String, Value>> byClient = new HashMap<>();
        if (!paths.isEmpty()) {
            consents.ofAll(clientIds).forEach((client, said) -> byClient.put(client, standing(said, paths)));
        }
        return byClient;
    }

    private static Map<String, Value> standing(Consents said, Set<String> paths) {
        Map<String, Value> fields = new HashMap<>();
        for (String path : paths) {
            ClientFields.Consent asked = ClientFields.consent(path);
            Statement standing = asked == null ? null : said.standing(asked.purpose(), asked.channel());
            if (standing != null) {
                fields.put(path, new Value.Text(standing.decision().name()));
            }
        }
        return fields;
    }

    private Map<String, Value> fields(ResultSet row) throws SQLException {
        Map<String, Value> fields = new HashMap<>();
        for (String column : TEXTS) {
            String text = row.getString(column);
            if (text != null) {
                fields.put(column, new Value.Text(text));
            }
        }
        for (String column : DATES) {
            LocalDate date = row.getObject(column, LocalDate.class);
            if (date != null) {
                fields.put(column, new Value.Text(date.toString()));
            }
        }
        BigDecimal ownership = row.getBigDecimal("ownership");
        if (ownership != null) {
            fields.put("ownership", new Value.Decimal(ownership));
        }
        values(row.getString("attributes"), ClientFields.ATTRIBUTES, fields);
        return fields;
    }

    private Map<String, List<Holding>> holdings(Collection<String> clientIds) {
        Map<String, List<Holding>> byClient = new HashMap<>();
        statements.rows(
                HOLDINGS,
                row -> byClient.computeIfAbsent(row.getString("client_id"), first -> new ArrayList<>())
                        .add(new Holding(
                                row.getString("product"),
                                row.getObject("opened_on", LocalDate.class),
                                row.getObject("closed_on", LocalDate.class))),
                clientIds);
        return byClient;
    }

    private Map<String, Map<String, List<Activity>>> activities(
            Collection<String> clientIds, Map<String, Instant> horizons) {
        Map<String, Map<String, List<Activity>>> byClient = new HashMap<>();
        if (horizons.isEmpty()) {
            return byClient;
        }
        List<String> types = new ArrayList<>();
        List<String> after = new ArrayList<>();
        horizons.forEach((type, horizon) -> {
            types.add(type);
            after.add(timestamp(horizon));
        });
        Instant earliest = horizons.values().stream().min(Instant::compareTo).orElseThrow();
        statements.rows(
                ACTIVITIES,
                row -> byClient.computeIfAbsent(row.getString("client_id"), first -> new HashMap<>())
                        .computeIfAbsent(row.getString("type"), first -> new ArrayList<>())
                        .add(activity(row)),
                types,
                after,
                clientIds,
                timestamp(earliest));
        return byClient;
    }

    private Activity activity(ResultSet row) throws SQLException {
        Map<String, Value> fields = new HashMap<>();
        values(row.getString("data"), "", fields);
        return new Activity(row.getString("source_id"), Statements.instant(row, "occurred_at"), fields);
    }

    private void values(@Nullable String object, String prefix, Map<String, Value> fields) {
        if (object == null) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : read(object).properties()) {
            Value value = ValueJson.read(field.getValue());
            if (value != null) {
                fields.put(prefix + field.getKey(), value);
            }
        }
    }

    private JsonNode read(String object) {
        try {
            return STORED.readTree(object);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored object is no JSON", unreadable);
        }
    }

    /** As PostgreSQL reads it; its calendar begins in 4713 BC. */
    private static String timestamp(Instant instant) {
        return instant.equals(Instant.MIN) ? "-infinity" : instant.toString();
    }
}
