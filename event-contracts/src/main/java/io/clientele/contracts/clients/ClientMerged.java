package io.clientele.contracts.clients;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * A client number turned out to be another client's and ended. What was kept under it belongs to the survivor from now on;
 * on the compacted topic it is a tombstone.
 *
 * @param clientId the client number that ended
 * @param survivorId the client number that goes on
 * @param occurredAt when they were merged, business time
 * @param actor user id of the caller
 * @param link path of the survivor
 */
@Event(
        type = "io.clientele.clients.client.merged.v1",
        topic = Topics.CLIENTS,
        summary = "A client number ended because it was another client's; move what you keep under it to the survivor.")
public record ClientMerged(String clientId, String survivorId, Instant occurredAt, String actor, String link)
        implements DomainEvent {

    public ClientMerged {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(survivorId, "survivorId");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return clientId;
    }

    @Override
    public String concernedClient() {
        return survivorId;
    }
}
