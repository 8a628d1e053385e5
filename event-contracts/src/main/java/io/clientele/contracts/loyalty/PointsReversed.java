package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An earning or a redemption was taken back, in whole or in part.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param currency code of the currency of points, such as {@code POINTS}
 * @param transactionId id of the transaction in the ledger
 * @param reversedTransactionId transaction that was taken back
 * @param reversed what kind of transaction was taken back
 * @param points points moved, above 0
 * @param arrears points the member now owes because the balance did not cover the reversal
 * @param sourceId the bank's own id of the activity that caused the reversal
 * @param available points the member can spend after this
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the transaction
 */
@Event(
        type = "io.clientele.loyalty.points.reversed.v1",
        topic = Topics.LOYALTY,
        summary = "An earning or a redemption was taken back, in whole or in part.")
public record PointsReversed(
        UUID memberId,
        UUID programmeId,
        String clientId,
        String currency,
        UUID transactionId,
        UUID reversedTransactionId,
        ReversedKind reversed,
        long points,
        @Nullable Long arrears,
        @Nullable String sourceId,
        long available,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public PointsReversed {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(transactionId, "transactionId");
        Objects.requireNonNull(reversedTransactionId, "reversedTransactionId");
        Objects.requireNonNull(reversed, "reversed");
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
