package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A draft was submitted for approval; every objective passed the SMART check.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param version version the draft becomes when approved, from 1
 * @param periodStart first day the plan covers
 * @param periodEnd last day the plan covers
 * @param objectives number of objectives in the draft
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the account plan
 */
@Event(
        type = "io.clientele.account-plans.account-plan.submitted.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "The draft of an account plan was submitted for approval.")
public record AccountPlanSubmitted(
        UUID planId,
        String clientId,
        int version,
        LocalDate periodStart,
        LocalDate periodEnd,
        int objectives,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public AccountPlanSubmitted {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(periodStart, "periodStart");
        Objects.requireNonNull(periodEnd, "periodEnd");
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
