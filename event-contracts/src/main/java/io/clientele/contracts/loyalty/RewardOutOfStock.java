package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The last unit of a reward was taken.
 *
 * @param rewardId id of the reward
 * @param programmeId id of the loyalty programme
 * @param rewardName name of the reward
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the reward
 */
@Event(
        type = "io.clientele.loyalty.reward.out-of-stock.v1",
        topic = Topics.LOYALTY,
        summary = "The last unit of a reward was taken.")
public record RewardOutOfStock(
        UUID rewardId, UUID programmeId, String rewardName, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public RewardOutOfStock {
        Objects.requireNonNull(rewardId, "rewardId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(rewardName, "rewardName");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return rewardId.toString();
    }
}
