package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A submitted account plan was approved by somebody other than who submitted it.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param version version that was approved, from 1
 * @param periodStart first day the plan covers
 * @param periodEnd last day the plan covers
 * @param submittedBy user id of who submitted it
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the account plan
 */
@Event(
        type = "io.clientele.account-plans.account-plan.approved.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "Somebody other than its author approved an account plan.")
public record AccountPlanApproved(
        UUID planId,
        String clientId,
        int version,
        LocalDate periodStart,
        LocalDate periodEnd,
        String submittedBy,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public AccountPlanApproved {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(periodStart, "periodStart");
        Objects.requireNonNull(periodEnd, "periodEnd");
        Objects.requireNonNull(submittedBy, "submittedBy");
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
