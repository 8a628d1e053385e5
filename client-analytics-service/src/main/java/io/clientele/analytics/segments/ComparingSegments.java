package io.clientele.analytics.segments;

import io.clientele.analytics.segments.membership.Overlaps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Shows a segment beside the others: whom they share, and what hangs on it. */
@ApplicationScoped
public class ComparingSegments {

    private final Segments segments;
    private final SegmentReferences references;
    private final Overlaps overlaps;

    ComparingSegments(Segments segments, SegmentReferences references, Overlaps overlaps) {
        this.segments = segments;
        this.references = references;
        this.overlaps = overlaps;
    }

    /** The members of a segment, and the other segments some of them are in. */
    public record Overlap(UUID segmentId, long members, List<Overlaps.Shared> others) {}

    /** Who would leave if a segment ended, and whose rules ask for its members. */
    public record Impact(UUID segmentId, long members, List<Dependent> dependents) {}

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
