package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objective was added to a draft. It may still lack what the SMART check asks for. Its statement is free text and
 * stays in the service.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param objectiveId id of the objective
 * @param productLine code of the product line, such as {@code cash-management}
 * @param geography country or region code the objective is about
 * @param owner user id of who answers for the objective
 * @param unit unit of baseline and target, such as {@code EUR} or {@code percent}
 * @param baseline measured value the objective starts from
 * @param target value to reach
 * @param direction which way the value is meant to move
 * @param startOn first day of work on it
 * @param dueOn day the target is to be reached
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the objective
 */
@Event(
        type = "io.clientele.account-plans.objective.added.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "An objective was added to an account plan.")
public record ObjectiveAdded(
        UUID planId,
        String clientId,
        UUID objectiveId,
        @Nullable String productLine,
        @Nullable String geography,
        @Nullable String owner,
        @Nullable String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable Direction direction,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ObjectiveAdded {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(objectiveId, "objectiveId");
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
