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
 * An objective was measured.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param objectiveId id of the objective
 * @param before value measured before, or the baseline
 * @param value value measured now
 * @param measuredOn day of the measurement
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the objective
 */
@Event(
        type = "io.clientele.account-plans.objective.progressed.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "An objective of an account plan was measured.")
public record ObjectiveProgressed(
        UUID planId,
        String clientId,
        UUID objectiveId,
        @Nullable BigDecimal before,
        BigDecimal value,
        LocalDate measuredOn,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ObjectiveProgressed {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(objectiveId, "objectiveId");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(measuredOn, "measuredOn");
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
