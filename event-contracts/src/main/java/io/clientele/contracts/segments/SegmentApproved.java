package io.clientele.contracts.segments;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a segment was approved by somebody who did not write it.
 *
 * @param segmentId id of the segment
 * @param segmentName name of the segment
 * @param version version that was approved, from 1
 * @param author user id of who wrote the version
 * @param effectiveFrom when the version is to become active; absent when somebody activates it
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the segment
 */
@Event(
        type = "io.clientele.segments.segment.approved.v1",
        topic = Topics.SEGMENTS,
        summary = "A second person approved a version of a segment.")
public record SegmentApproved(
        UUID segmentId,
        String segmentName,
        int version,
        String author,
        @Nullable Instant effectiveFrom,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public SegmentApproved {
        Objects.requireNonNull(segmentId, "segmentId");
        Objects.requireNonNull(segmentName, "segmentName");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return segmentId.toString();
    }
}
