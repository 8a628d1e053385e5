package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A credit facility matures within 90, 60 or 30 days; told once for each of these.
 *
 * @param clientId the bank's own client number
 * @param facilityId the bank's own number of the facility
 * @param maturesOn last day of the facility
 * @param days how many days are left
 * @param occurredAt when it was seen, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the resource it is about
 */
@Event(
        type = "io.clientele.account-plans.exposure.maturity-approaching.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A credit facility matures within 90, 60 or 30 days.")
public record ExposureMaturityApproaching(
        String clientId,
        String facilityId,
        LocalDate maturesOn,
        int days,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ExposureMaturityApproaching {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(facilityId, "facilityId");
        Objects.requireNonNull(maturesOn, "maturesOn");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return clientId;
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
