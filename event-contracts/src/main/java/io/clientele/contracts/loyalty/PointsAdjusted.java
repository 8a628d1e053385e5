package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points were credited or taken by hand, with a reason.
 *
 * @param memberId id of the membership, or of the pool whose points they are
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param currency code of the currency of points, such as {@code POINTS}
 * @param transactionId id of the transaction in the ledger
 * @param points points credited, or below 0 for points taken
 * @param adjustmentId id of the adjustment
 * @param reason code of the reason, such as {@code GOODWILL}
 * @param approvedBy who approved it; absent below the limit
 * @param available points the member can spend after this
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the transaction
 */
@Event(
        type = "io.clientele.loyalty.points.adjusted.v1",
        topic = Topics.LOYALTY,
        summary = "Points were adjusted by hand.")
public record PointsAdjusted(
        UUID memberId,
        UUID programmeId,
        String clientId,
        String currency,
        UUID transactionId,
        long points,
        UUID adjustmentId,
        String reason,
        @Nullable String approvedBy,
        long available,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public PointsAdjusted {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(transactionId, "transactionId");
        Objects.requireNonNull(adjustmentId, "adjustmentId");
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
