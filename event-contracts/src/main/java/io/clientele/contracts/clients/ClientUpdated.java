package io.clientele.contracts.clients;

import io.clientele.contracts.Change;
import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A client's record changed.
 *
 * @param clientId the bank's own client number
 * @param client the full record after the change
 * @param changes what changed, by field name of the record; an attribute is named {@code attributes.<name>}
 * @param occurredAt when it changed, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the client resource
 */
@Event(
        type = "io.clientele.clients.client.updated.v1",
        topic = Topics.CLIENTS,
        summary = "The record of a client changed; a record sent again without a difference publishes nothing.")
public record ClientUpdated(
        String clientId, ClientState client, Map<String, Change> changes, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public ClientUpdated {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(client, "client");
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
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
