package io.clientele.contracts.segments;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a segment took effect. The moves of clients it causes follow, with the cause {@code RULE_CHANGE}.
 *
 * @param segmentId id of the segment
 * @param segmentName name of the segment
 * @param version version in force from now on
 * @param formerVersion version in force until now; absent at the first activation
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the segment
 */
@Event(
        type = "io.clientele.segments.segment.activated.v1",
        topic = Topics.SEGMENTS,
        summary = "A version of a segment took effect; the moves it causes follow.")
public record SegmentActivated(
        UUID segmentId,
        String segmentName,
        int version,
        @Nullable Integer formerVersion,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public SegmentActivated {
        Objects.requireNonNull(segmentId, "segmentId");
        Objects.requireNonNull(segmentName, "segmentName");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return segmentId.toString();
    }
}
