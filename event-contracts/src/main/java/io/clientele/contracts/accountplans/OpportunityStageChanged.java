package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Money;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An opportunity of an account plan moved to another stage.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param opportunityId id of the opportunity
 * @param productLine code of the product line
 * @param before stage before
 * @param after stage now
 * @param amount revenue of a year it would bring
 * @param probability chance to win it, percent
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the opportunity
 */
@Event(
        type = "io.clientele.account-plans.opportunity.stage-changed.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "An opportunity moved to another stage.")
public record OpportunityStageChanged(
        UUID planId,
        String clientId,
        UUID opportunityId,
        String productLine,
        OpportunityStage before,
        OpportunityStage after,
        Money amount,
        int probability,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public OpportunityStageChanged {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(opportunityId, "opportunityId");
        Objects.requireNonNull(productLine, "productLine");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(amount, "amount");
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
