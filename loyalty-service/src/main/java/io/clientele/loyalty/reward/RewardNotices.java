package io.clientele.loyalty.reward;

import io.clientele.contracts.loyalty.RewardCancelReason;
import io.clientele.contracts.loyalty.RewardCancelled;
import io.clientele.contracts.loyalty.RewardFulfilled;
import io.clientele.contracts.loyalty.RewardOutOfStock;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Tells subscribers what becomes of rewards, in the transaction in progress. */
@ApplicationScoped
class RewardNotices {

    private final Rewards rewards;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    RewardNotices(Rewards rewards, Events events, CurrentWork work, Clock clock) {
        this.rewards = rewards;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /** The last unit was taken. */
    void outOfStock(UUID rewardId) {
        Reward reward = rewards.findById(rewardId);
        Instant now = clock.instant();
        events.publish(
                new RewardOutOfStock(
                        reward.id(),
                        reward.programmeId(),
                        reward.name(),
                        now,
                        work.caller().id(),
                        reward.link()),
                now);
    }

    /** What was redeemed was delivered. */
    void fulfilled(Reward reward, Redemption redemption) {
        Instant now = clock.instant();
        Benefit benefit = reward.benefit();
        events.publish(
                new RewardFulfilled(
                        redemption.id(),
                        redemption.memberId(),
                        reward.programmeId(),
                        redemption.clientId(),
                        reward.id(),
                        redemption.quantity() - redemption.cancelled(),
                        benefit == null ? null : benefit.kind(),
                        redemption.fulfilmentReference(),
                        now,
                        work.caller().id(),
                        redemption.link(reward.programmeId())),
                now);
    }

    /** Units were taken back. */
    void cancelled(Reward reward, Redemption redemption, int units, long points, RewardCancelReason reason) {
        Instant now = clock.instant();
        events.publish(
                new RewardCancelled(
                        redemption.id(),
                        redemption.memberId(),
                        reward.programmeId(),
                        redemption.clientId(),
                        reward.id(),
                        units,
                        points,
                        reason,
                        now,
                        work.caller().id(),
                        redemption.link(reward.programmeId())),
                now);
    }
}
