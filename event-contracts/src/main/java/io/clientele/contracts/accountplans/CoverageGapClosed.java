package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody of a required role is known and was met in a country.
 *
 * @param clientId the bank's own client number
 * @param country country, ISO 3166-1 alpha-2
 * @param role the role that is covered, such as {@code DECISION_MAKER}
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the coverage
 */
@Event(
        type = "io.clientele.account-plans.coverage.gap-closed.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A role that was not covered in a country now is.")
public record CoverageGapClosed(
        String clientId, String country, String role, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public CoverageGapClosed {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(role, "role");
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
