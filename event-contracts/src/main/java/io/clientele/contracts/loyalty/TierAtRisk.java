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
 * A member is going to lose its tier within 30 days unless it earns more; told once for each last day.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param tier key of the tier at risk
 * @param fallsTo key of the tier the member would come to; absent for none
 * @param keptUntil last business day of the tier
 * @param missing qualifying points that keep it, above 0
 * @param ruleVersion version of the programme whose tiers were applied
 * @param occurredAt when it was told, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the member
 */
@Event(
        type = "io.clientele.loyalty.tier.at-risk.v1",
        topic = Topics.LOYALTY,
        summary = "A member is going to lose its tier.")
public record TierAtRisk(
        UUID memberId,
        UUID programmeId,
        String clientId,
        String tier,
        @Nullable String fallsTo,
        LocalDate keptUntil,
        long missing,
        int ruleVersion,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public TierAtRisk {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(keptUntil, "keptUntil");
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
