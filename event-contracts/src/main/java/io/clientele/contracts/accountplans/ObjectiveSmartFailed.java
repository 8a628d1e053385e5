package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The SMART check of an objective failed; the plan cannot be submitted while it does.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param objectiveId id of the objective
 * @param failures each letter that failed, with a code; at least one
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the objective
 */
@Event(
        type = "io.clientele.account-plans.objective.smart-failed.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "The SMART check of an objective found something missing or wrong.")
public record ObjectiveSmartFailed(
        UUID planId,
        String clientId,
        UUID objectiveId,
        List<SmartFailure> failures,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ObjectiveSmartFailed {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(objectiveId, "objectiveId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        failures = List.copyOf(failures);
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
