package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A member was suspended: no earning and spending until it is resumed.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the member
 */
@Event(
        type = "io.clientele.loyalty.member.suspended.v1",
        topic = Topics.LOYALTY,
        summary = "A member neither earns nor spends for now.")
public record MemberSuspended(
        UUID memberId, UUID programmeId, String clientId, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public MemberSuspended {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
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
