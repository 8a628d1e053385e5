package io.clientele.analytics.segments;

import io.clientele.analytics.segments.membership.RuleChanges;
import io.clientele.contracts.segments.SegmentApproved;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The second pair of eyes: versions are submitted, then approved or sent back by somebody who had no hand in them. */
@ApplicationScoped
public class ReviewingSegments {

    private final Segments segments;
    private final SegmentVersions versions;
    private final SegmentReferences references;
    private final RuleText rules;
    private final RuleChanges ruleChanges;
    private final PuttingSegmentsInForce inForce;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    ReviewingSegments(
            Segments segments,
            SegmentVersions versions,
            SegmentReferences references,
            RuleText rules,
            RuleChanges ruleChanges,
            PuttingSegmentsInForce inForce,
            Events events,
            CurrentWork work,
            Clock clock) {
        this.segments = segments;
        this.versions = versions;
        this.references = references;
        this.rules = rules;
        this.ruleChanges = ruleChanges;
        this.inForce = inForce;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /** Hands a draft over for review. */
    @Transactional
    public SegmentVersion submit(UUID segmentId, int number, IfMatch ifMatch) {
        SegmentVersion version = versions.get(segmentId, number);
        ifMatch.check(version);
        version.submit(work.caller(), clock.instant());
        return version;
    }

    /** Approves a version; it takes effect at its effective date, at once if that has come. */
    @Transactional
    public SegmentVersion approve(UUID segmentId, int number, IfMatch ifMatch) {
        // one change of rules at a time: two approvals could close a cycle that neither sees
        ruleChanges.begin();
        Segment segment = segments.lock(segmentId);
        SegmentVersion version = versions.get(segmentId, number);
        ifMatch.check(version);
        segment.requireNotRetired();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Caller approver = work.caller();
        version.approve(approver, now);
        references.check(segmentId, rules.rule(version));
        events.publish(
                new SegmentApproved(
                        segmentId,
                        segment.name(),
                        number,
                        version.author(),
                        version.effectiveFrom(),
                        now,
                        approver.id(),
                        segment.link()),
                now);
        if (version.isEffective(now)) {
            inForce.put(segment, version, now);
        }
        return version;
    }

    /** Sends a version back to its makers with a reason. */
    @Transactional
    public SegmentVersion reject(UUID segmentId, int number, IfMatch ifMatch, String reason) {
        SegmentVersion version = versions.get(segmentId, number);
        ifMatch.check(version);
        version.reject(work.caller(), reason, clock.instant());
        return version;
    }
}
