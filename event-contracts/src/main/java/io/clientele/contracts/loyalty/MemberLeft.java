package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A membership ended for good.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param reason why it ended
 * @param spendUntil until when points can still be spent, by the policy of the programme
 * @param mergedInto id of the membership that goes on
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the member
 */
@Event(type = "io.clientele.loyalty.member.left.v1", topic = Topics.LOYALTY, summary = "A membership ended for good.")
public record MemberLeft(
        UUID memberId,
        UUID programmeId,
        String clientId,
        LeaveReason reason,
        @Nullable Instant spendUntil,
        @Nullable UUID mergedInto,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public MemberLeft {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(reason, "reason");
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
