package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member redeemed was delivered: at once, or as a partner or a system of the bank reported.
 *
 * @param redemptionId id of the redemption
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param rewardId id of the reward
 * @param quantity units delivered
 * @param kind kind of the benefit, such as {@code CASH_BACK}; absent for goods
 * @param reference the deliverer's own id of the delivery
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the redemption
 */
@Event(
        type = "io.clientele.loyalty.reward.fulfilled.v1",
        topic = Topics.LOYALTY,
        summary = "What a member redeemed was delivered.")
public record RewardFulfilled(
        UUID redemptionId,
        UUID memberId,
        UUID programmeId,
        String clientId,
        UUID rewardId,
        int quantity,
        @Nullable String kind,
        @Nullable String reference,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public RewardFulfilled {
        Objects.requireNonNull(redemptionId, "redemptionId");
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(rewardId, "rewardId");
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
