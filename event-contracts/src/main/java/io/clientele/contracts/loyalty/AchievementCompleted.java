package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member reached an achievement or completed a challenge; told once in each of its periods.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param achievement key of the achievement
 * @param periodStart first business day of the period it was reached in; absent for an achievement without periods
 * @param target sum or count that was reached
 * @param ruleVersion version of the programme whose achievements were applied
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the member
 */
@Event(
        type = "io.clientele.loyalty.achievement.completed.v1",
        topic = Topics.LOYALTY,
        summary = "A member reached an achievement.")
public record AchievementCompleted(
        UUID memberId,
        UUID programmeId,
        String clientId,
        String achievement,
        @Nullable LocalDate periodStart,
        BigDecimal target,
        int ruleVersion,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public AchievementCompleted {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(achievement, "achievement");
        Objects.requireNonNull(target, "target");
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
