package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member came to another tier, or lost it.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param before key of the tier before; absent for none
 * @param after key of the tier now; absent for none
 * @param qualifying qualifying points of the period
 * @param ruleVersion version of the programme whose tiers were applied
 * @param reason why the tier changed
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the member
 */
@Event(
        type = "io.clientele.loyalty.tier.changed.v1",
        topic = Topics.LOYALTY,
        summary = "A member came to another tier.")
public record TierChanged(
        UUID memberId,
        UUID programmeId,
        String clientId,
        @Nullable String before,
        @Nullable String after,
        long qualifying,
        int ruleVersion,
        TierChangeReason reason,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public TierChanged {
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
