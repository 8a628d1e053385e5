package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An objective was reached, shown by a value.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param objectiveId id of the objective
 * @param target value to reach
 * @param value value that shows it
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the objective
 */
@Event(
        type = "io.clientele.account-plans.objective.achieved.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "An objective of an account plan was reached.")
public record ObjectiveAchieved(
        UUID planId,
        String clientId,
        UUID objectiveId,
        BigDecimal target,
        BigDecimal value,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ObjectiveAchieved {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(objectiveId, "objectiveId");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(value, "value");
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
