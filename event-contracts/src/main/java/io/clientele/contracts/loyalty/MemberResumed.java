package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The suspension of a member ended.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the member
 */
@Event(
        type = "io.clientele.loyalty.member.resumed.v1",
        topic = Topics.LOYALTY,
        summary = "A suspended member earns and spends again.")
public record MemberResumed(
        UUID memberId, UUID programmeId, String clientId, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public MemberResumed {
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
