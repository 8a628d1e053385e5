package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points of a member were locked for a redemption to come.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param currency code of the currency of points, such as {@code POINTS}
 * @param reservationId id of the reservation
 * @param points points moved, above 0
 * @param expiresAt when the reservation ends by itself
 * @param rewardId reward they are meant for
 * @param available points the member can spend after this
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the reservation
 */
@Event(
        type = "io.clientele.loyalty.points.reserved.v1",
        topic = Topics.LOYALTY,
        summary = "Points were locked for a redemption to come.")
public record PointsReserved(
        UUID memberId,
        UUID programmeId,
        String clientId,
        String currency,
        UUID reservationId,
        long points,
        Instant expiresAt,
        @Nullable UUID rewardId,
        long available,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public PointsReserved {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(reservationId, "reservationId");
        Objects.requireNonNull(expiresAt, "expiresAt");
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
