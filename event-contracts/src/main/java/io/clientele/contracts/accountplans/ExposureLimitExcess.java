package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Money;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * More is drawn on a credit facility than its limit.
 *
 * @param clientId the bank's own client number
 * @param facilityId the bank's own number of the facility
 * @param limit what may be drawn
 * @param drawn what is drawn
 * @param excess drawn above the limit
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the facility
 */
@Event(
        type = "io.clientele.account-plans.exposure.limit-excess.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A credit facility went over its limit.")
public record ExposureLimitExcess(
        String clientId,
        String facilityId,
        Money limit,
        Money drawn,
        Money excess,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ExposureLimitExcess {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(facilityId, "facilityId");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(drawn, "drawn");
        Objects.requireNonNull(excess, "excess");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return facilityId;
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
