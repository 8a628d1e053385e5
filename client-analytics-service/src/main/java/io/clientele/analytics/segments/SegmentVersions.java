package io.clientele.analytics.segments;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The versions of segments. */
@ApplicationScoped
public class SegmentVersions implements PanacheRepositoryBase<SegmentVersion, UUID> {

    /**
     * A version of a segment.
     *
     * @throws ProblemException 404
     */
    public SegmentVersion get(UUID segmentId, int number) {
        return find("segmentId = ?1 and number = ?2", segmentId, number)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The newest first. */
    public List<SegmentVersion> list(UUID segmentId, @Nullable Integer before, int atMost) {
        int below = before == null ? Integer.MAX_VALUE : before;
        return find("segmentId = ?1 and number < ?2 order by number desc", segmentId, below)
                .page(0, atMost)
                .list();
    }

    /** The number of the newest version. */
    public int newest(UUID segmentId) {
        return find("segmentId = ?1 order by number desc", segmentId)
                .firstResultOptional()
                .map(SegmentVersion::number)
                .orElse(0);
    }

    /** The version that was in force at an instant. */
    Optional<SegmentVersion> inForce(UUID segmentId, Instant at) {
        return find(
                        "segmentId = ?1 and activeFrom <= ?2 and (activeUntil is null or activeUntil > ?2) order by number desc",
                        segmentId,
                        at)
                .firstResultOptional();
    }

    /** The version that is drafted, reviewed or approved and not in force yet, if there is one. */
    Optional<SegmentVersion> inPreparation(UUID segmentId) {
        return find(
                        "segmentId = ?1 and state in ?2",
                        segmentId,
                        List.of(VersionState.DRAFT, VersionState.IN_REVIEW, VersionState.APPROVED))
                .firstResultOptional();
    }

    /** The versions that decide, or are going to decide, who is a member. */
    List<SegmentVersion> approvedOrActive() {
        return list("state in ?1", List.of(VersionState.APPROVED, VersionState.ACTIVE));
    }

    /** Approved versions whose effective date has come, the earliest first. */
    List<SegmentVersion> due(Instant now, int atMost) {
        return find("state = ?1 and effectiveFrom <= ?2 order by effectiveFrom, id", VersionState.APPROVED, now)
                .page(0, atMost)
                .list();
    }
}
