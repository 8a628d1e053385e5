package io.clientele.contracts.clients;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client consented to be contacted or to the use of data for a purpose.
 *
 * @param clientId the bank's own client number
 * @param purpose what it is about, such as {@code marketing}
 * @param channel code of the channel it is limited to; absent for all channels
 * @param source where the client said so, such as {@code BRANCH}
 * @param occurredAt when the client gave it, business time
 * @param actor user id of who recorded it
 * @param link path of the client's consents
 */
@Event(
        type = "io.clientele.clients.consent.given.v1",
        topic = Topics.CLIENTS,
        summary = "A client consented to a purpose, for one channel or for all.")
public record ConsentGiven(
        String clientId,
        String purpose,
        @Nullable String channel,
        String source,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ConsentGiven {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(source, "source");
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
