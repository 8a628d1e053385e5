package io.clientele.analytics.segments.membership;

import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which segments share members, of the clients in the caller's scope. */
@ApplicationScoped
public class Overlaps {

    /** How many of the others are told, those that share most. */
    public static final int MOST = 100;

    private static final String MEMBERS =
            "SELECT count(*) FROM segment_membership WHERE segment_id = ? AND left_at IS NULL";

    private static final String SHARED = """
            WITH members AS (
                SELECT client_id FROM segment_membership WHERE segment_id = ? AND left_at IS NULL),
            shared AS (
                SELECT m.segment_id, count(*) AS common FROM segment_membership m JOIN members USING (client_id)
                WHERE m.left_at IS NULL AND m.segment_id <> ? GROUP BY m.segment_id
                ORDER BY common DESC, m.segment_id LIMIT ?)
            SELECT s.id, s.name, shared.common,
                   (SELECT count(*) FROM segment_membership o WHERE o.segment_id = s.id AND o.left_at IS NULL) AS members
            FROM shared JOIN segment s ON s.id = shared.segment_id ORDER BY shared.common DESC, s.id""";

    private static final String AMONG = """
            SELECT segment_id, count(*) AS common FROM segment_membership
            WHERE client_id = ANY (?) AND entered_at <= ? AND (left_at IS NULL OR left_at > ?) GROUP BY segment_id""";

    private static final String NAMED = """
            SELECT s.id, s.name,
                   (SELECT count(*) FROM segment_membership o WHERE o.segment_id = s.id AND o.left_at IS NULL) AS members
            FROM segment s WHERE s.id = ANY (?::uuid[])""";

    private final Statements statements;

    Overlaps(Statements statements) {
        this.statements = statements;
    }

    /**
     * Another segment with members in common.
     *
     * @param members how many it has
     * @param common how many of them are members of both
     */
    public record Shared(UUID segmentId, String name, long members, long common) {}

    /** How many members a segment has now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long members(UUID segmentId) {
        return statements.rows(MEMBERS, row -> row.getLong(1), segmentId).getFirst();
    }

    /** How many of these clients were in each segment at an instant. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Long> among(Collection<String> clientIds, Instant at) {
        Map<UUID, Long> counts = new HashMap<>();
        if (!clientIds.isEmpty()) {
            statements.rows(
                    AMONG,
                    row -> counts.put(Statements.uuid(row, "segment_id"), row.getLong("common")),
                    clientIds,
                    at,
                    at);
        }
        return counts;
    }

    /** The segments in which so many clients were, with their members now, most first, at most {@value #MOST}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Shared> named(Map<UUID, Long> common) {
        return statements
                .rows(
                        NAMED,
                        row -> new Shared(
                                Statements.uuid(row, "id"),
                                row.getString("name"),
                                row.getLong("members"),
                                common.getOrDefault(Statements.uuid(row, "id"), 0L)),
                        common.keySet())
                .stream()
                .sorted(Comparator.comparingLong((Shared shared) -> -shared.common())
                        .thenComparing(Shared::segmentId))
                .limit(MOST)
                .toList();
    }

    /** The segments that share members with this one now, most first, at most {@value #MOST}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Shared> of(UUID segmentId) {
        return statements.rows(
                SHARED,
                row -> new Shared(
                        Statements.uuid(row, "id"),
                        row.getString("name"),
                        row.getLong("members"),
                        row.getLong("common")),
                segmentId,
                segmentId,
                MOST);
    }
}
