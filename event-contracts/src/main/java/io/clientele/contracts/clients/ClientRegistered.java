package io.clientele.contracts.clients;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * A client became known.
 *
 * @param clientId the bank's own client number
 * @param client the full record
 * @param occurredAt when it was registered, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the client resource
 */
@Event(
        type = "io.clientele.clients.client.registered.v1",
        topic = Topics.CLIENTS,
        summary = "A client became known, by API, import or from the bank's systems.")
public record ClientRegistered(String clientId, ClientState client, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public ClientRegistered {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(client, "client");
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
