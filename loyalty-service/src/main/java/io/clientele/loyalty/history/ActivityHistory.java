package io.clientele.loyalty.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.clientele.loyalty.rules.Activity;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What members of any programme did, each fact once. Of clients who are no members nothing is kept: a loyalty programme has no
 * business with them.
 */
@ApplicationScoped
public class ActivityHistory {

    private static final String MEMBERS = "SELECT DISTINCT client_id FROM member WHERE client_id = ANY (?)";

    private static final String KEEP = """
            INSERT INTO activity_history (client_id, occurred_at, source_id, type, data)
            SELECT a.client_id, a.occurred_at, a.source_id, a.type, a.data::jsonb
            FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[]) AS a(client_id, occurred_at, source_id, type, data)
            ON CONFLICT ON CONSTRAINT activity_history_pk DO NOTHING""";

    private static final String REPLAY = """
            SELECT client_id, occurred_at, source_id, type, data FROM activity_history
            WHERE client_id = ANY (?) AND occurred_at >= ? AND occurred_at < ? AND type = ANY (?)
            ORDER BY client_id, occurred_at, source_id""";

    /** One order for all who write, so that nobody waits in a circle. */
    private static final Comparator<Activity> ORDER = Comparator.comparing(Activity::clientId)
            .thenComparing(Activity::occurredAt)
            .thenComparing(Activity::sourceId);

    private final Sql sql;
    private final ObjectMapper json;
    private final ObjectReader reader;

    ActivityHistory(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
        this.reader = json.readerFor(new TypeReference<Map<String, Object>>() {})
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Keeps what members did: one question for all clients, one statement for what is theirs. */
    @Transactional(TxType.MANDATORY)
    public void keep(Collection<Activity> activities) {
        Set<String> members = Set.copyOf(sql.list(
                MEMBERS,
                row -> row.text("client_id"),
                Sql.texts(activities.stream().map(Activity::clientId).collect(Collectors.toUnmodifiableSet()))));
        List<Activity> theirs = activities.stream()
                .filter(activity -> members.contains(activity.clientId()))
                .sorted(ORDER)
                .toList();
        if (!theirs.isEmpty()) {
            sql.update(
                    KEEP,
                    Sql.column("text", theirs, Activity::clientId),
                    Sql.column("timestamptz", theirs, Activity::occurredAt),
                    Sql.column("text", theirs, Activity::sourceId),
                    Sql.column("text", theirs, Activity::type),
                    Sql.column("text", theirs, activity -> write(activity.data())));
        }
    }

    /**
     * Tells what clients did, client by client in the order of time, without holding all of it in memory.
     *
     * @param types of activities told
     */
    @Transactional(TxType.MANDATORY)
    public void replay(
            Collection<String> clients,
            Collection<String> types,
            Instant since,
            Instant until,
            Consumer<Activity> listener) {
        sql.each(REPLAY, row -> listener.accept(activity(row)), Sql.texts(clients), since, until, Sql.texts(types));
    }

    private Activity activity(Row row) {
        return new Activity(
                row.text("source_id"),
                row.text("client_id"),
                row.text("type"),
                row.time("occurred_at"),
                read(row.text("data")));
    }

    private Map<String, Object> read(String data) {
        try {
            return reader.readValue(data);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("kept activity cannot be read", unreadable);
        }
    }

    private String write(Map<String, Object> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
