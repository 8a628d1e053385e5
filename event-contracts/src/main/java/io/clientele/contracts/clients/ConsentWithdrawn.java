package io.clientele.contracts.clients;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client withdrew a consent, or opted out without ever having consented.
 *
 * @param clientId the bank's own client number
 * @param purpose what it is about, such as {@code marketing}
 * @param channel code of the channel it is limited to; absent for all channels
 * @param source where the client said so, such as {@code BRANCH}
 * @param occurredAt when the client withdrew it, business time
 * @param actor user id of who recorded it
 * @param link path of the client's consents
 */
@Event(
        type = "io.clientele.clients.consent.withdrawn.v1",
        topic = Topics.CLIENTS,
        summary =
                "A client withdrew a consent or opted out, for one channel or for all; it holds from now on everywhere.")
public record ConsentWithdrawn(
        String clientId,
        String purpose,
        @Nullable String channel,
        String source,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ConsentWithdrawn {
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
