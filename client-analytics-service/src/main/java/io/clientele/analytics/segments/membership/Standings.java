package io.clientele.analytics.segments.membership;

import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How clients stand to segments, in the database: read and written many clients at once. */
@ApplicationScoped
class Standings {

    private static final String MEMBERS = """
            SELECT client_id, segment_id, entered_at FROM segment_membership
            WHERE left_at IS NULL AND client_id = ANY (?)""";
    private static final String DUE = "SELECT client_id, segment_id, due_at FROM segment_due WHERE client_id = ANY (?)";
    private static final String UNDETERMINED =
            "SELECT client_id, segment_id, reason FROM segment_undetermined WHERE client_id = ANY (?)";

    private static final String ENTER = """
            INSERT INTO segment_membership (client_id, segment_id, entered_at, entered_version, entered_cause)
            SELECT * FROM unnest(?, ?::uuid[], ?::timestamptz[], ?::integer[], ?)""";
    private static final String LEAVE = """
            UPDATE segment_membership m SET left_at = l.at, left_version = l.version, left_cause = l.cause
            FROM unnest(?, ?::uuid[], ?::timestamptz[], ?::integer[], ?) AS l(client_id, segment_id, at, version, cause)
            WHERE m.client_id = l.client_id AND m.segment_id = l.segment_id AND m.left_at IS NULL""";

    private static final String KEEP_DUE = """
            INSERT INTO segment_due (client_id, segment_id, due_at) SELECT * FROM unnest(?, ?::uuid[], ?::timestamptz[])
            ON CONFLICT (client_id, segment_id) DO UPDATE SET due_at = excluded.due_at""";
    private static final String DROP_DUE = """
            DELETE FROM segment_due d USING unnest(?, ?::uuid[]) AS gone(client_id, segment_id)
            WHERE d.client_id = gone.client_id AND d.segment_id = gone.segment_id""";
    private static final String KEEP_UNDETERMINED = """
            INSERT INTO segment_undetermined (client_id, segment_id, reason, since)
            SELECT u.*, ? FROM unnest(?, ?::uuid[], ?) AS u
            ON CONFLICT (segment_id, client_id) DO UPDATE SET reason = excluded.reason""";
    private static final String DROP_UNDETERMINED = """
            DELETE FROM segment_undetermined u USING unnest(?, ?::uuid[]) AS gone(client_id, segment_id)
            WHERE u.client_id = gone.client_id AND u.segment_id = gone.segment_id""";

    private final Statements statements;

    Standings(Statements statements) {
        this.statements = statements;
    }

    /** A client's moves. */
    record Moved(String clientId, Move move) {}

    /** How a client stood, and stands now. */
    record Change(String clientId, Standing before, Standing after) {}

    private record Entry<V>(
            String clientId, UUID segment, @Nullable V value) {}

    /** The standing of each of these clients that stands to any segment at all. */
    Map<String, Standing> of(Collection<String> clientIds) {
        Map<String, Map<UUID, Instant>> members =
                byClient(statements.rows(MEMBERS, row -> entry(row, Statements.instant(row, "entered_at")), clientIds));
        Map<String, Map<UUID, Instant>> due =
                byClient(statements.rows(DUE, row -> entry(row, Statements.instant(row, "due_at")), clientIds));
        Map<String, Map<UUID, String>> undetermined =
                byClient(statements.rows(UNDETERMINED, row -> entry(row, row.getString("reason")), clientIds));
        Map<String, Standing> standings = new HashMap<>();
        for (String id : clientIds) {
            if (members.containsKey(id) || due.containsKey(id) || undetermined.containsKey(id)) {
                standings.put(
                        id,
                        new Standing(
                                members.getOrDefault(id, Map.of()),
                                due.getOrDefault(id, Map.of()),
                                undetermined.getOrDefault(id, Map.of())));
            }
        }
        return standings;
    }

    /** Writes moves; those of one client in their order. */
    void move(List<Moved> moves) {
        for (List<Moved> round : rounds(moves)) {
            write(LEAVE, round.stream().filter(moved -> !moved.move().enters()).toList());
            write(ENTER, round.stream().filter(moved -> moved.move().enters()).toList());
        }
    }

    /** The first moves of each client and segment, then the second, and so on: within a round each pair is there once. */
    private static List<List<Moved>> rounds(List<Moved> moves) {
        List<List<Moved>> rounds = new ArrayList<>();
        Map<Map.Entry<String, UUID>, Integer> seen = new HashMap<>();
        for (Moved moved : moves) {
            int round = seen.merge(
                            Map.entry(moved.clientId(), moved.move().decidedBy().segmentId()), 1, Integer::sum)
                    - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(moved);
        }
        return rounds;
    }

    private void write(String sql, List<Moved> moves) {
        if (moves.isEmpty()) {
            return;
        }
        statements.update(
                sql,
                column(moves, Moved::clientId),
                column(moves, moved -> moved.move().decidedBy().segmentId()),
                column(moves, moved -> moved.move().at()),
                column(moves, moved -> moved.move().decidedBy().number()),
                column(moves, moved -> moved.move().cause()));
    }

    /** Writes what is due and undetermined, where it changed. */
    void keep(List<Change> changes, Instant now) {
        List<Entry<Instant>> due = differences(changes, Standing::due);
        List<Entry<String>> undetermined = differences(changes, Standing::undetermined);
        List<Entry<Instant>> keepDue = kept(due);
        if (!keepDue.isEmpty()) {
            statements.update(KEEP_DUE, clients(keepDue), segments(keepDue), column(keepDue, Entry::value));
        }
        drop(DROP_DUE, due);
        List<Entry<String>> keepUndetermined = kept(undetermined);
        if (!keepUndetermined.isEmpty()) {
            statements.update(
                    KEEP_UNDETERMINED,
                    now,
                    clients(keepUndetermined),
                    segments(keepUndetermined),
                    column(keepUndetermined, Entry::value));
        }
        drop(DROP_UNDETERMINED, undetermined);
    }

    private void drop(String sql, List<? extends Entry<?>> differences) {
        List<? extends Entry<?>> gone =
                differences.stream().filter(entry -> entry.value() == null).toList();
        if (!gone.isEmpty()) {
            statements.update(sql, clients(gone), segments(gone));
        }
    }

    private static <V> List<Entry<V>> kept(List<Entry<V>> differences) {
        return differences.stream().filter(entry -> entry.value() != null).toList();
    }

    /** What is new or other, and with null what is gone. */
    private static <V> List<Entry<V>> differences(List<Change> changes, Function<Standing, Map<UUID, V>> part) {
        List<Entry<V>> differences = new ArrayList<>();
        for (Change change : changes) {
            Map<UUID, V> before = part.apply(change.before());
            Map<UUID, V> after = part.apply(change.after());
            after.forEach((segment, value) -> {
                if (!value.equals(before.get(segment))) {
                    differences.add(new Entry<>(change.clientId(), segment, value));
                }
            });
            before.keySet().stream()
                    .filter(segment -> !after.containsKey(segment))
                    .forEach(segment -> differences.add(new Entry<>(change.clientId(), segment, null)));
        }
        return differences;
    }

    private static <V> Entry<V> entry(java.sql.ResultSet row, V value) throws java.sql.SQLException {
        return new Entry<>(row.getString("client_id"), Statements.uuid(row, "segment_id"), value);
    }

    private static <V> Map<String, Map<UUID, V>> byClient(List<Entry<V>> entries) {
        Map<String, Map<UUID, V>> byClient = new HashMap<>();
        entries.forEach(entry -> byClient.computeIfAbsent(entry.clientId(), first -> new HashMap<>())
                .put(entry.segment(), Objects.requireNonNull(entry.value())));
        return byClient;
    }

    private static List<String> clients(List<? extends Entry<?>> entries) {
        return entries.stream().<String>map(Entry::clientId).toList();
    }

    private static List<UUID> segments(List<? extends Entry<?>> entries) {
        return entries.stream().<UUID>map(Entry::segment).toList();
    }

    private static <S, T> List<T> column(List<S> rows, Function<S, T> value) {
        return rows.stream().map(value).toList();
    }
}
