package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * Nobody looked an account plan through for longer than the client's tier allows.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param lastReviewedOn day of the last review or approval, or on which the plan was opened
 * @param dueOn last day for the review
 * @param occurredAt when it was seen, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the account plan
 */
@Event(
        type = "io.clientele.account-plans.account-plan.review-overdue.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "The review of an account plan is overdue.")
public record AccountPlanReviewOverdue(
        UUID planId,
        String clientId,
        LocalDate lastReviewedOn,
        LocalDate dueOn,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public AccountPlanReviewOverdue {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(lastReviewedOn, "lastReviewedOn");
        Objects.requireNonNull(dueOn, "dueOn");
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
