package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft of an account plan was opened.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param periodStart first day the plan covers
 * @param periodEnd last day the plan covers
 * @param manager user id of the relationship manager
 * @param tier tier of the client when the plan was opened
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the account plan
 */
@Event(
        type = "io.clientele.account-plans.account-plan.created.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A relationship manager opened an account plan for a client.")
public record AccountPlanCreated(
        UUID planId,
        String clientId,
        LocalDate periodStart,
        LocalDate periodEnd,
        String manager,
        @Nullable String tier,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public AccountPlanCreated {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(periodStart, "periodStart");
        Objects.requireNonNull(periodEnd, "periodEnd");
        Objects.requireNonNull(manager, "manager");
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
