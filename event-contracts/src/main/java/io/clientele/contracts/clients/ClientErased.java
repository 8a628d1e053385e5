package io.clientele.contracts.clients;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * A client's personal data was erased. The number stays in figures and ledgers as a number nobody stands behind; on the
 * compacted topic it is a tombstone.
 *
 * @param clientId the bank's own client number
 * @param occurredAt when it was erased, business time
 * @param actor user id of the caller
 */
@Event(
        type = "io.clientele.clients.client.erased.v1",
        topic = Topics.CLIENTS,
        summary = "A client's personal data was erased; erase what you keep of the person, figures may stay.")
public record ClientErased(String clientId, Instant occurredAt, String actor) implements DomainEvent {

    public ClientErased {
        Objects.requireNonNull(clientId, "clientId");
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
