package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Money;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Revenue promised with a credit facility falls short.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param commitmentId id of the commitment
 * @param facilityId the bank's own number of the facility
 * @param productLine code of the product line
 * @param expected promised revenue, pro rata to the day
 * @param delivered revenue booked so far
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the commitment
 */
@Event(
        type = "io.clientele.account-plans.commitment.under-delivered.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "Business promised beside a credit falls short of its pro-rata part.")
public record CommitmentUnderDelivered(
        UUID planId,
        String clientId,
        UUID commitmentId,
        @Nullable String facilityId,
        String productLine,
        Money expected,
        Money delivered,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public CommitmentUnderDelivered {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(commitmentId, "commitmentId");
        Objects.requireNonNull(productLine, "productLine");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(delivered, "delivered");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return planId.toString();
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
