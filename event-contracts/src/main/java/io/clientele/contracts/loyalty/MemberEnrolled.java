package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client became a member of a loyalty programme.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param segmentId segment that made the client eligible
 * @param enrolledOn first business day of the membership
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the member
 */
@Event(
        type = "io.clientele.loyalty.member.enrolled.v1",
        topic = Topics.LOYALTY,
        summary = "A client became a member of a loyalty programme.")
public record MemberEnrolled(
        UUID memberId,
        UUID programmeId,
        String clientId,
        @Nullable UUID segmentId,
        LocalDate enrolledOn,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public MemberEnrolled {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(enrolledOn, "enrolledOn");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return memberId.toString();
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
