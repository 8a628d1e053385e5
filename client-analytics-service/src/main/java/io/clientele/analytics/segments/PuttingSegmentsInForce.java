package io.clientele.analytics.segments;

import io.clientele.analytics.segments.membership.CalculationKind;
import io.clientele.analytics.segments.membership.Calculations;
import io.clientele.analytics.segments.membership.RuleChanges;
import io.clientele.contracts.segments.SegmentActivated;
import io.clientele.contracts.segments.SegmentRetired;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Versions take effect, segments end; either has everybody computed anew. */
@ApplicationScoped
public class PuttingSegmentsInForce {

    private static final int AT_ONCE = 10;

    private final Segments segments;
    private final SegmentVersions versions;
    private final SegmentReferences references;
    private final RuleChanges ruleChanges;
    private final Calculations calculations;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    PuttingSegmentsInForce(
            Segments segments,
            SegmentVersions versions,
            SegmentReferences references,
            RuleChanges ruleChanges,
            Calculations calculations,
            Events events,
            CurrentWork work,
            Clock clock) {
        this.segments = segments;
        this.versions = versions;
        this.references = references;
        this.ruleChanges = ruleChanges;
        this.calculations = calculations;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /** Puts an approved version in force, in place of the one before it; the rules are under change already. */
    void put(Segment segment, SegmentVersion version, Instant now) {
        Integer former = segment.putInForce(version.number());
        if (former != null) {
            versions.get(segment.id(), former).end(now);
        }
        version.takeEffect(now);
        events.publish(
                new SegmentActivated(
                        segment.id(),
                        segment.name(),
                        version.number(),
                        former,
                        now,
                        work.caller().id(),
                        segment.link()),
                now);
        versions.flush();
        calculations.begin(segment.id(), version.number(), CalculationKind.MEMBERSHIP, now);
    }

    /** Puts in force what was approved for a date that has come; false when there was nothing. */
    @Transactional
    public boolean putDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (versions.due(now, 1).isEmpty()) {
            return false;
        }
        versions.getEntityManager().clear();
        ruleChanges.begin();
        List<SegmentVersion> due = versions.due(now, AT_ONCE);
        due.forEach(version -> put(segments.lock(version.segmentId()), version, now));
        return !due.isEmpty();
    }

    /**
     * Ends a segment for good; its members leave.
     *
     * @throws ProblemException 409 {@code segment-in-use} while rules of other segments refer to it
     */
    @Transactional
    public Segment retire(UUID segmentId, IfMatch ifMatch) {
        ruleChanges.begin();
        Segment segment = segments.lock(segmentId);
        ifMatch.check(segment);
        List<String> users = references.referringTo(segmentId);
        if (!users.isEmpty()) {
            throw ProblemException.conflict(
                    "segment-in-use",
                    "The rules of these segments refer to it, change them first: " + String.join(", ", users) + ".");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int last = segment.retire();
        versions.get(segmentId, last).end(now);
        versions.inPreparation(segmentId).ifPresent(version -> version.end(now));
        events.publish(
                new SegmentRetired(
                        segmentId, segment.name(), last, now, work.caller().id(), segment.link()),
                now);
        segments.flush();
        calculations.begin(segmentId, last, CalculationKind.DISSOLUTION, now);
        return segment;
    }
}
