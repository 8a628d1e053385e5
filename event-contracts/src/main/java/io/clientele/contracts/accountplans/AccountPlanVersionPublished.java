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
 * An approved version came into force and is immutable from now on.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param version version in force from now on
 * @param supersededVersion version in force until now; absent for the first
 * @param periodStart first day the plan covers
 * @param periodEnd last day the plan covers
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the version
 */
@Event(
        type = "io.clientele.account-plans.account-plan.version-published.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "An approved version of an account plan came into force.")
public record AccountPlanVersionPublished(
        UUID planId,
        String clientId,
        int version,
        @Nullable Integer supersededVersion,
        LocalDate periodStart,
        LocalDate periodEnd,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public AccountPlanVersionPublished {
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
