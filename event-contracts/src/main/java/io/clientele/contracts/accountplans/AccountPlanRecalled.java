package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A submitted account plan was taken back to draft by its own side, before anybody decided on it.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param version version the draft would have become
 * @param submittedBy user id of who submitted it
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the account plan
 */
@Event(
        type = "io.clientele.account-plans.account-plan.recalled.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A submitted account plan was taken back to draft before a decision.")
public record AccountPlanRecalled(
        UUID planId, String clientId, int version, String submittedBy, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public AccountPlanRecalled {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
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
