package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client is no key account any more.
 *
 * @param clientId the bank's own client number
 * @param reason why
 * @param reviewId id of the review that says so
 * @param score 0 to 100
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the client among the key accounts
 */
@Event(
        type = "io.clientele.account-plans.key-account.removed.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A client is no key account any more.")
public record KeyAccountRemoved(
        String clientId,
        RemovalReason reason,
        @Nullable UUID reviewId,

        @Nullable BigDecimal score,

        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public KeyAccountRemoved {
        Objects.requireNonNull(clientId, "clientId");
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
