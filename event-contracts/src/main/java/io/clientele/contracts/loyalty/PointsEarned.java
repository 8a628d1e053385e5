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
 * A member earned points under a rule of the programme.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param currency code of the currency of points, such as {@code POINTS}
 * @param transactionId id of the transaction in the ledger
 * @param points points moved, above 0
 * @param pending whether the points wait for activation and cannot be spent yet
 * @param expiresOn last business day they can be spent; absent when they do not expire
 * @param sourceId the bank's own id of the activity that earned them
 * @param rule key of the earning rule
 * @param ruleVersion version of the programme the rule belongs to
 * @param available points the member can spend after this
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the transaction
 */
@Event(type = "io.clientele.loyalty.points.earned.v1", topic = Topics.LOYALTY, summary = "A member earned points.")
public record PointsEarned(
        UUID memberId,
        UUID programmeId,
        String clientId,
        String currency,
        UUID transactionId,
        long points,
        boolean pending,
        @Nullable LocalDate expiresOn,
        @Nullable String sourceId,
        @Nullable String rule,
        @Nullable Integer ruleVersion,
        long available,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public PointsEarned {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(transactionId, "transactionId");
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
