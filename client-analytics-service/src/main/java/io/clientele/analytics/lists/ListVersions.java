package io.clientele.analytics.lists;

import io.clientele.platform.database.Statements;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The versions of lists, with their lines, of clients in the caller's scope. */
@ApplicationScoped
public class ListVersions {

    private static final String PAGE =
            "SELECT * FROM client_list_version WHERE list_id = ? AND number < ? ORDER BY number DESC LIMIT ?";
    private static final String ENTRIES = """
            SELECT client_id FROM client_list_entry
            WHERE list_id = ? AND number = ? AND client_id > ? ORDER BY client_id LIMIT ?""";
    private static final String REJECTIONS = """
            SELECT line FROM client_list_rejection
            WHERE list_id = ? AND number = ? AND line > ? ORDER BY line LIMIT ?""";
    private static final String ON_LISTS = """
            SELECT v.list_id, v.number, v.in_force_from,
                   array_remove(array_agg(e.client_id), NULL) AS clients
            FROM client_list_version v
            LEFT JOIN client_list_entry e
              ON e.list_id = v.list_id AND e.number = v.number AND e.client_id = ANY (?)
            WHERE v.list_id = ANY (?::uuid[]) GROUP BY v.list_id, v.number, v.in_force_from""";

    private final Statements statements;

    ListVersions(Statements statements) {
        this.statements = statements;
    }

    /** Which of the clients asked for are on a version. */
    public record Listed(UUID listId, int number, Instant inForceFrom, Set<String> clientIds) {}

    /**
     * One version.
     *
     * @throws ProblemException 404
     */
    @Transactional
    public ListVersion get(UUID listId, int number) {
        return statements.rows(PAGE, ListVersions::version, listId, (long) number + 1, 1).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** The newest first. */
    @Transactional
    public List<ListVersion> page(UUID listId, @Nullable Integer before, int atMost) {
        return statements.rows(
                PAGE, ListVersions::version, listId, before == null ? (long) Integer.MAX_VALUE : before, atMost);
    }

    /** The clients on a version, in order of their number. */
    @Transactional
    public List<String> clients(UUID listId, int number, @Nullable String after, int atMost) {
        return statements.rows(ENTRIES, row -> row.getString(1), listId, number, after == null ? "" : after, atMost);
    }

    /** The lines that named no known client, counted from 1 without the header and empty lines. */
    @Transactional
    public List<Long> rejections(UUID listId, int number, @Nullable Long after, int atMost) {
        return statements.rows(REJECTIONS, row -> row.getLong(1), listId, number, after == null ? 0 : after, atMost);
    }

    /** For each version of these lists, which of these clients are on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Listed> listed(Collection<UUID> lists, Collection<String> clientIds) {
        return statements.rows(
                ON_LISTS,
                row -> new Listed(
                        Statements.uuid(row, "list_id"),
                        row.getInt("number"),
                        Statements.instant(row, "in_force_from"),
                        Set.of((String[]) row.getArray("clients").getArray())),
                clientIds,
                lists);
    }

    private static ListVersion version(ResultSet row) throws SQLException {
        return new ListVersion(
                Statements.uuid(row, "list_id"),
                row.getInt("number"),
                row.getString("uploaded_by"),
                Statements.instant(row, "in_force_from"),
                row.getLong("lines"),
                row.getLong("clients"),
                row.getLong("duplicates"),
                row.getLong("rejected"));
    }
}
