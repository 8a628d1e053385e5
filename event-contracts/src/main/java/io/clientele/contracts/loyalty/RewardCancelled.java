package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A redemption was taken back, all of it or some units; the points returned.
 *
 * @param redemptionId id of the redemption
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param rewardId id of the reward
 * @param quantity units taken back
 * @param points points returned, above 0
 * @param reason why
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the redemption
 */
@Event(
        type = "io.clientele.loyalty.reward.cancelled.v1",
        topic = Topics.LOYALTY,
        summary = "A redemption was taken back, and its points returned.")
public record RewardCancelled(
        UUID redemptionId,
        UUID memberId,
        UUID programmeId,
        String clientId,
        UUID rewardId,
        int quantity,
        long points,
        RewardCancelReason reason,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public RewardCancelled {
        Objects.requireNonNull(redemptionId, "redemptionId");
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(rewardId, "rewardId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return redemptionId.toString();
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
