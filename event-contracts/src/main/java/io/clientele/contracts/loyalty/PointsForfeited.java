package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Points of a member ended because the membership did.
 *
 * @param memberId id of the membership, or of the pool whose points they are
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param currency code of the currency of points, such as {@code POINTS}
 * @param transactionId id of the transaction in the ledger
 * @param points points moved, above 0
 * @param available points the member can spend after this
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the transaction
 */
@Event(
        type = "io.clientele.loyalty.points.forfeited.v1",
        topic = Topics.LOYALTY,
        summary = "Points of a member ended with the membership.")
public record PointsForfeited(
        UUID memberId,
        UUID programmeId,
        String clientId,
        String currency,
        UUID transactionId,
        long points,
        long available,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public PointsForfeited {
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
