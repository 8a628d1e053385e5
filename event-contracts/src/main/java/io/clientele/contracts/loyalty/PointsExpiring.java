package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * Points of a member are going to expire unless they are spent: told 30, 7 and 1 days ahead, once each.
 *
 * @param memberId id of the membership
 * @param programmeId id of the loyalty programme
 * @param clientId the bank's own client number
 * @param currency code of the currency of points, such as {@code POINTS}
 * @param points that are going to expire, above 0
 * @param lastDay last business day they can be spent
 * @param daysAhead 30, 7 or 1: the warning that is due; fewer days may be left
 * @param available points the member can spend now
 * @param occurredAt when it was told, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the member
 */
@Event(
        type = "io.clientele.loyalty.points.expiring.v1",
        topic = Topics.LOYALTY,
        summary = "Points of a member are going to expire.")
public record PointsExpiring(
        UUID memberId,
        UUID programmeId,
        String clientId,
        String currency,
        long points,
        LocalDate lastDay,
        int daysAhead,
        long available,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public PointsExpiring {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(lastDay, "lastDay");
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
