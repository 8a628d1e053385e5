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
 * A client became a key account.
 *
 * @param clientId the bank's own client number
 * @param basis {@code REVIEW}: its score. {@code OVERRIDE}: people decided
 * @param modelId id of the model whose review designated it
 * @param reviewId id of that review
 * @param overrideId id of the override
 * @param score 0 to 100
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the client among the key accounts
 */
@Event(
        type = "io.clientele.account-plans.key-account.designated.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A client became a key account.")
public record KeyAccountDesignated(
        String clientId,
        String basis,
        @Nullable UUID modelId,
        @Nullable UUID reviewId,
        @Nullable UUID overrideId,

        @Nullable BigDecimal score,

        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public KeyAccountDesignated {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(basis, "basis");
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
