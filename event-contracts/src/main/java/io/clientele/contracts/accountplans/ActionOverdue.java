package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * An action of an account plan is open past its day.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param actionId id of the action
 * @param owner user id of who is to do it
 * @param dueOn day it was wanted by
 * @param occurredAt when it was seen, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the resource it is about
 */
@Event(
        type = "io.clientele.account-plans.action.overdue.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "An action of an account plan is open past its day.")
public record ActionOverdue(
        UUID planId,
        String clientId,
        UUID actionId,
        String owner,
        LocalDate dueOn,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ActionOverdue {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(actionId, "actionId");
        Objects.requireNonNull(owner, "owner");
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
