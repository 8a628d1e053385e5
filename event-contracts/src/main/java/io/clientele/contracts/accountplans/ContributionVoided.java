package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The sign-off of a section no longer holds, because the section was changed or sent back after it.
 *
 * @param planId id of the account plan
 * @param clientId the bank's own client number
 * @param contributionId id of the contribution
 * @param productLine code of the product line, such as {@code cash-management}
 * @param specialist user id of who had signed
 * @param reason why it no longer holds
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the contribution
 */
@Event(
        type = "io.clientele.account-plans.contribution.voided.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "The sign-off of a section of an account plan no longer holds.")
public record ContributionVoided(
        UUID planId,
        String clientId,
        UUID contributionId,
        String productLine,
        String specialist,
        VoidReason reason,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ContributionVoided {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(contributionId, "contributionId");
        Objects.requireNonNull(productLine, "productLine");
        Objects.requireNonNull(specialist, "specialist");
        Objects.requireNonNull(reason, "reason");
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
