package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account plan was closed for good: its versions stay readable, and its client and period are free for another plan.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param versionInForce version that was in force until now; absent when none was ever approved
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the account plan
 */
@Event(
        type = "io.clientele.account-plans.account-plan.archived.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "An account plan was closed for good.")
public record AccountPlanArchived(
        UUID planId, String clientId, @Nullable Integer versionInForce, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public AccountPlanArchived {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
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
