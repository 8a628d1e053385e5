package io.clientele.contracts.segments;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A client moved into a segment. The subject is the client, so that the moves of a client over all segments are in one
 * order.
 *
 * @param clientId the bank's own client number
 * @param segmentId id of the segment
 * @param segmentName name of the segment
 * @param version version of the rule that decided
 * @param effectiveAt when the membership began, business time
 * @param cause why the client moved
 * @param link path of the explanation of this client's membership
 */
@Event(
        type = "io.clientele.segments.segment.entered.v1",
        topic = Topics.SEGMENTS,
        summary = "A client meets the rule of a segment.")
public record SegmentEntered(
        String clientId,
        UUID segmentId,
        String segmentName,
        int version,
        Instant effectiveAt,
        MembershipCause cause,
        String link)
        implements DomainEvent {

    public SegmentEntered {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(segmentId, "segmentId");
        Objects.requireNonNull(segmentName, "segmentName");
        Objects.requireNonNull(effectiveAt, "effectiveAt");
        Objects.requireNonNull(cause, "cause");
    }

    @Override
    public String subject() {
        return clientId;
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
