package io.clientele.analytics.segments;

import io.clientele.analytics.segments.rules.InvalidRule;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writing segments: a new one, a new version, another name. Nothing takes effect before a second person approved it. */
@ApplicationScoped
public class DraftingSegments {

    private final Segments segments;
    private final SegmentVersions versions;
    private final SegmentReferences references;
    private final CurrentWork work;
    private final Clock clock;

    DraftingSegments(
            Segments segments, SegmentVersions versions, SegmentReferences references, CurrentWork work, Clock clock) {
        this.segments = segments;
        this.versions = versions;
        this.references = references;
        this.work = work;
        this.clock = clock;
    }

    /** What a draft says: the rule, and when it is to take effect (null = when approved). */
    public record Draft(Rule rule, @Nullable Instant effectiveFrom) {

        public Draft {
            effectiveFrom = effectiveFrom == null ? null : effectiveFrom.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * Makes a segment with its first draft.
     *
     * @throws InvalidRule 422 when the rule refers to segments it may not
     */
    @Transactional
    public Segment draft(String name, @Nullable String description, Draft draft) {
        ActivityVocabulary.check(draft.rule());
        references.check(null, draft.rule());
        Instant now = clock.instant();
        Segment segment = Segment.named(name, description, work.caller(), now);
        segments.persist(segment);
        versions.persist(SegmentVersion.drafted(segment, 1, draft.rule(), draft.effectiveFrom(), work.caller(), now));
        return segment;
    }

    /** Gives a segment another name and description. */
    @Transactional
    public Segment describe(UUID segmentId, IfMatch ifMatch, String name, @Nullable String description) {
        Segment segment = segments.get(segmentId);
        ifMatch.check(segment);
        segment.describe(name, description);
        return segment;
    }

    /**
     * Drafts the next version of a segment, beside the one in force.
     *
     * @throws ProblemException 409 {@code segment-version-in-preparation} while another one is
     */
    @Transactional
    public SegmentVersion draftNext(UUID segmentId, Draft draft) {
        Segment segment = segments.lock(segmentId);
        segment.requireNotRetired();
        versions.inPreparation(segmentId).ifPresent(other -> {
            throw ProblemException.conflict(
                    "segment-version-in-preparation",
                    "Version " + other.number() + " is " + other.state() + "; finish or change that one.");
        });
        ActivityVocabulary.check(draft.rule());
        references.check(segmentId, draft.rule());
        SegmentVersion next = SegmentVersion.drafted(
                segment,
                versions.newest(segmentId) + 1,
                draft.rule(),
                draft.effectiveFrom(),
                work.caller(),
                clock.instant());
        versions.persist(next);
        return next;
    }

    /** Rewrites a draft. */
    @Transactional
    public SegmentVersion redraft(UUID segmentId, int number, IfMatch ifMatch, Draft draft) {
        SegmentVersion version = versions.get(segmentId, number);
        ifMatch.check(version);
        ActivityVocabulary.check(draft.rule());
        references.check(segmentId, draft.rule());
        version.redraft(draft.rule(), draft.effectiveFrom(), work.caller());
        return version;
    }
}
