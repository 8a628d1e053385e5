package io.clientele.analytics.segments;

import io.clientele.analytics.segments.membership.Mixes;
import io.clientele.analytics.segments.membership.Overlaps;
import io.clientele.analytics.statistics.PopulationStability;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a segment beside the others: whom they share, and what hangs on it. */
@ApplicationScoped
public class ComparingSegments {

    private static final Duration MONTH = Duration.ofDays(30);

    private final Segments segments;
    private final SegmentReferences references;
    private final Overlaps overlaps;
    private final Mixes mixes;
    private final Clock clock;

    ComparingSegments(Segments segments, SegmentReferences references, Overlaps overlaps, Mixes mixes, Clock clock) {
        this.segments = segments;
        this.references = references;
        this.overlaps = overlaps;
        this.mixes = mixes;
        this.clock = clock;
    }

    /** The members of a segment, and the other segments some of them are in. */
    public record Overlap(UUID segmentId, long members, List<Overlaps.Shared> others) {}

    /** Who would leave if a segment ended, and whose rules ask for its members. */
    public record Impact(UUID segmentId, long members, List<Dependent> dependents) {}

    /** The members of a segment by a field of the record, at an instant and now. */
    public record Drift(
            UUID segmentId, String by, Instant since, PopulationStability stability, List<Mixes.Group> groups) {}

    /**
     * How the mix of members has changed.
     *
     * @param by one of {@link Mixes#FIELDS}
     * @param comparedWith null = 30 days ago
     * @throws ProblemException 404; 400 {@code malformed-parameter} for another field
     */
    @Transactional
    public Drift drift(UUID segmentId, String by, @Nullable Instant comparedWith) {
        segments.get(segmentId);
        if (!Mixes.FIELDS.containsKey(by)) {
            throw ProblemException.malformed(
                    "malformed-parameter",
                    "Members cannot be grouped by that.",
                    new FieldError("query:by", "is one of " + new TreeSet<>(Mixes.FIELDS.keySet())));
        }
        Instant since = comparedWith == null ? clock.instant().minus(MONTH) : comparedWith;
        List<Mixes.Group> groups = mixes.of(segmentId, by, since);
        Map<String, Long> before = new HashMap<>();
        Map<String, Long> now = new HashMap<>();
        groups.forEach(group -> {
            before.put(group.name(), group.before());
            now.put(group.name(), group.now());
        });
        return new Drift(segmentId, by, since, PopulationStability.of(before, now), groups);
    }

    /** What a segment shares with others now. */
    @Transactional
    public Overlap overlap(UUID segmentId) {
        segments.get(segmentId);
        return new Overlap(segmentId, overlaps.members(segmentId), overlaps.of(segmentId));
    }

    /** What retiring a segment would touch. */
    @Transactional
    public Impact impact(UUID segmentId) {
        segments.get(segmentId);
        return new Impact(segmentId, overlaps.members(segmentId), references.dependingOn(segmentId));
    }
}
