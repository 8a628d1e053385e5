package io.clientele.loyalty.programme;

import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The programmes as activity is judged by them, kept in memory: {@link #current} asks the database only for their numbers
 * of change, and reads anew what has changed.
 */
@ApplicationScoped
public class RunningProgrammes {

    private static final String CHANGES = "SELECT id, version FROM programme WHERE state NOT IN ('DRAFT', 'IN_REVIEW')";

    private final Programmes programmes;
    private final Sql sql;
    private volatile Map<UUID, RunningProgramme> known = Map.of();

    RunningProgrammes(Programmes programmes, Sql sql) {
        this.programmes = programmes;
        this.sql = sql;
    }

    private record Change(UUID id, long version) {}

    /** All programmes that were ever opened, as the transaction in progress sees them. */
    @Transactional(TxType.MANDATORY)
    public List<RunningProgramme> current() {
        Map<UUID, RunningProgramme> before = known;
        Map<UUID, RunningProgramme> now =
                sql.list(CHANGES, row -> new Change(row.uuid("id"), row.number("version"))).stream()
                        .map(change -> {
                            RunningProgramme former = before.get(change.id());
                            return former != null && former.changes() == change.version()
                                    ? former
                                    : RunningProgramme.of(programmes.get(change.id()));
                        })
                        .collect(
                                Collectors.toMap(RunningProgramme::id, Function.identity(), (a, b) -> a, HashMap::new));
        known = Map.copyOf(now);
        return List.copyOf(now.values());
    }
}
