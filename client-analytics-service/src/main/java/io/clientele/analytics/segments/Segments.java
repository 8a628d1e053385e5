package io.clientele.analytics.segments;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The segments. */
@ApplicationScoped
public class Segments implements PanacheRepositoryBase<Segment, UUID> {

    /**
     * The segment.
     *
     * @throws ProblemException 404
     */
    public Segment get(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** The segment, held against other changes until the transaction ends. */
    Segment lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /** Segments in the order in which they were made. */
    public List<Segment> list(@Nullable SegmentState state, @Nullable UUID after, int atMost) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (state != null) {
            conditions.add("state = :state");
            values.put("state", state);
        }
        if (after != null) {
            conditions.add("id > :after");
            values.put("after", after);
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return find(where + " order by id", values).page(0, atMost).list();
    }
}
