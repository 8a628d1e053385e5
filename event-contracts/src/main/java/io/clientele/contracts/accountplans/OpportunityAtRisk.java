package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * The critical path of an opportunity ends after its request for proposal is expected.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param opportunityId id of the opportunity
 * @param expectedRfpOn day the request for proposal is expected
 * @param slackDays days of slack on the critical path, below 0
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the opportunity
 */
@Event(
        type = "io.clientele.account-plans.opportunity.at-risk.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "The prerequisites of an opportunity can no longer be met before its request for proposal.")
public record OpportunityAtRisk(
        UUID planId,
        String clientId,
        UUID opportunityId,
        LocalDate expectedRfpOn,
        int slackDays,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public OpportunityAtRisk {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(opportunityId, "opportunityId");
        Objects.requireNonNull(expectedRfpOn, "expectedRfpOn");
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
