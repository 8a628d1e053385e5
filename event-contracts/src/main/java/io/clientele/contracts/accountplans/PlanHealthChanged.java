package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The health of an account plan has another score than when it was measured last.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param before former score, 0 to 100
 * @param after new score, 0 to 100; absent where nothing can be measured
 * @param planQuality score of the plan's own components, 0 to 100
 * @param clientHealth score of the client's components, 0 to 100
 * @param occurredAt when it was measured, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the health with its components
 */
@Event(
        type = "io.clientele.account-plans.plan-health.changed.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "The health of an account plan has another score.")
public record PlanHealthChanged(
        UUID planId,
        String clientId,
        @Nullable Integer before,
        @Nullable Integer after,
        @Nullable Integer planQuality,
        @Nullable Integer clientHealth,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public PlanHealthChanged {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
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
