package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Points went from one member or pool to another; each keeps its age, expiry and source.
 *
 * @param memberId id of the membership, or of the pool whose points they are
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param currency code of the currency of points, such as {@code POINTS}
 * @param transactionId id of the transaction in the ledger
 * @param points points moved, above 0
 * @param transferId ties the two sides of the transfer together
 * @param toMemberId the member or pool that received them
 * @param receiverAvailable points the receiver can spend after this
 * @param available points the member can spend after this
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the transaction
 */
@Event(
        type = "io.clientele.loyalty.points.transferred.v1",
        topic = Topics.LOYALTY,
        summary = "Points went to another member or pool.")
public record PointsTransferred(
        UUID memberId,
        UUID programmeId,
        String clientId,
        String currency,
        UUID transactionId,
        long points,
        UUID transferId,
        UUID toMemberId,
        long receiverAvailable,
        long available,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public PointsTransferred {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(transactionId, "transactionId");
        Objects.requireNonNull(transferId, "transferId");
        Objects.requireNonNull(toMemberId, "toMemberId");
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
