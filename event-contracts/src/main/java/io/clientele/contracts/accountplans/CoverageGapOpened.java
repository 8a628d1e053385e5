package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * Nobody of a required role is known, or was met lately, in a country.
 *
 * @param clientId the bank's own client number
 * @param country country, ISO 3166-1 alpha-2
 * @param role the role that is not covered, such as {@code DECISION_MAKER}
 * @param reason {@code NO_CONTACT} or {@code NOT_MET}
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the coverage
 */
@Event(
        type = "io.clientele.account-plans.coverage.gap-opened.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A role that should be covered in a country no longer is.")
public record CoverageGapOpened(
        String clientId, String country, String role, String reason, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public CoverageGapOpened {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return clientId;
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
