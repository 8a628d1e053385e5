package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * A client as a whole earns less on the capital it binds than the bank asks for.
 *
 * @param clientId the bank's own client number
 * @param raroc risk-adjusted return on capital, a fraction: 0.1933 is 19.33 %
 * @param hurdle return the bank asks for, a fraction
 * @param occurredAt when it was seen, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the resource it is about
 */
@Event(
        type = "io.clientele.account-plans.return.below-hurdle.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A client earns less on its capital than the bank asks for.")
public record ReturnBelowHurdle(
        String clientId, BigDecimal raroc, BigDecimal hurdle, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public ReturnBelowHurdle {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(raroc, "raroc");
        Objects.requireNonNull(hurdle, "hurdle");
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
