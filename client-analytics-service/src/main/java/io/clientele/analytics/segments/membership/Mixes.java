package io.clientele.analytics.segments.membership;

import io.clientele.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Of what kinds of clients a segment is made, then and now. */
@ApplicationScoped
public class Mixes {

    /** The fields of the record by which members can be grouped, and their columns. */
    public static final Map<String, String> FIELDS = Map.of(
            "type", "type",
            "domicile", "domicile",
            "branch", "branch",
            "team", "team",
            "tier", "tier",
            "kycStatus", "kyc_status",
            "nace", "nace");

    private static final String COUNT = """
            SELECT coalesce(c.%s, '') AS name,
                   count(*) FILTER (WHERE m.entered_at <= ? AND (m.left_at IS NULL OR m.left_at > ?)) AS before,
                   count(*) FILTER (WHERE m.left_at IS NULL) AS now
            FROM segment_membership m JOIN client c ON c.client_id = m.client_id
            WHERE m.segment_id = ? GROUP BY 1 ORDER BY 1""";

    private final Statements statements;

    Mixes(Statements statements) {
        this.statements = statements;
    }

    /**
     * Members with one value of a field.
     *
     * @param name the value; empty where the field is
     */
    public record Group(String name, long before, long now) {}

    /**
     * The members at an instant and now, by a field as it is today.
     *
     * @param field one of {@link #FIELDS}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Group> of(UUID segmentId, String field, Instant since) {
        String column = FIELDS.get(field);
        if (column == null) {
            throw new IllegalArgumentException("members cannot be grouped by " + field);
        }
        return statements
                .rows(
                        COUNT.formatted(column),
                        row -> new Group(row.getString("name"), row.getLong("before"), row.getLong("now")),
                        since,
                        since,
                        segmentId)
                .stream()
                .filter(group -> group.before() + group.now() > 0)
                .toList();
    }
}
