package io.clientele.contracts.segments;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A segment ended. Each member leaves it, with the cause {@code RULE_CHANGE}.
 *
 * @param segmentId id of the segment
 * @param segmentName name of the segment
 * @param version version in force until now
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the segment
 */
@Event(
        type = "io.clientele.segments.segment.retired.v1",
        topic = Topics.SEGMENTS,
        summary = "A segment ended; a leave of each member follows.")
public record SegmentRetired(
        UUID segmentId, String segmentName, int version, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public SegmentRetired {
        Objects.requireNonNull(segmentId, "segmentId");
        Objects.requireNonNull(segmentName, "segmentName");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return segmentId.toString();
    }
}
