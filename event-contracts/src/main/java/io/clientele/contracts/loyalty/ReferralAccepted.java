package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A member brought a client, and that was accepted.
 *
 * @param memberId id of the membership of who brought the client
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number of who brought the client
 * @param referralId id of the referral
 * @param referredMemberId id of the membership of who was brought
 * @param referredClientId the bank's own client number of who was brought
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the referral
 */
@Event(
        type = "io.clientele.loyalty.referral.accepted.v1",
        topic = Topics.LOYALTY,
        summary = "A member brought a client.")
public record ReferralAccepted(
        UUID memberId,
        UUID programmeId,
        String clientId,
        UUID referralId,
        UUID referredMemberId,
        String referredClientId,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ReferralAccepted {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(referralId, "referralId");
        Objects.requireNonNull(referredMemberId, "referredMemberId");
        Objects.requireNonNull(referredClientId, "referredClientId");
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
