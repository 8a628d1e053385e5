package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A prerequisite of an opportunity was met.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param opportunityId id of the opportunity
 * @param prerequisiteId id of the prerequisite
 * @param kind what it is about
 * @param unmetBlockers how many blockers are still unmet
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the opportunity
 */
@Event(
        type = "io.clientele.account-plans.opportunity.prerequisite-met.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "Something an opportunity depends on was met.")
public record OpportunityPrerequisiteMet(
        UUID planId,
        String clientId,
        UUID opportunityId,
        UUID prerequisiteId,
        PrerequisiteKind kind,
        int unmetBlockers,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public OpportunityPrerequisiteMet {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(opportunityId, "opportunityId");
        Objects.requireNonNull(prerequisiteId, "prerequisiteId");
        Objects.requireNonNull(kind, "kind");
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
