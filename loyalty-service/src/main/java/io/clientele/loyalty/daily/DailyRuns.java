package io.clientele.loyalty.daily;

import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Activities that go over everything of a programme once in every business day, in slices. Each slice is a transaction that also
 * moves the run on: a kill repeats nothing and leaves out nothing, and several replicas take turns.
 */
@ApplicationScoped
public class DailyRuns {

    private static final String BEGIN = """
            INSERT INTO daily_run AS r (activity, programme_id, day) VALUES (?, ?, ?)
            ON CONFLICT (activity, programme_id) DO UPDATE SET day = excluded.day, last = NULL, finished = false WHERE r.day < excluded.day""";

    private static final String CLAIM =
            "SELECT last FROM daily_run WHERE activity = ? AND programme_id = ? AND NOT finished FOR UPDATE SKIP LOCKED";

    private static final String MOVE_ON =
            "UPDATE daily_run SET last = coalesce(?, last), finished = ? WHERE activity = ? AND programme_id = ?";

    private final Sql sql;

    DailyRuns(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a slice did.
     *
     * @param last of what it did, in the run's order; null when there was nothing left
     * @param finished whether there is nothing after it
     */
    public record Slice(@Nullable String last, boolean finished) {}

    private record Place(@Nullable String last) {

        static Place from(Row row) {
            return new Place(row.textOrNull("last"));
        }
    }

    /**
     * Works the next slice of a programme's run of {@code today}.
     *
     * @param slice gets the last thing done before, null at the beginning
     * @return whether there may be more to do
     */
    @Transactional(TxType.MANDATORY)
    public boolean advance(String activity, UUID programme, LocalDate today, Function<@Nullable String, Slice> slice) {
        sql.update(BEGIN, activity, programme, today);
        Optional<Place> place = sql.find(CLAIM, Place::from, activity, programme);
        if (place.isEmpty()) {
            return false;
        }
        Slice done = slice.apply(place.get().last());
        sql.update(MOVE_ON, done.last(), done.finished(), activity, programme);
        return !done.finished();
    }
}
