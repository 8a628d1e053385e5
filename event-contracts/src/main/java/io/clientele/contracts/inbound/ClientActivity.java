package io.clientele.contracts.inbound;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.JsonValues;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Something a client did or that happened to a client. Taken once per source id, in any order.
 *
 * @param sourceId the bank's own unique id of this activity, at most 128 characters
 * @param clientId the bank's own client number
 * @param type type of the activity, such as {@code transaction} or {@code login}; its fields are described by
 *     {@code GET /v1/activity-types}
 * @param occurredAt when it happened
 * @param data the fields of the type: strings, numbers, booleans or lists of these; an amount is a decimal string with its
 *     currency in a field beside it
 */
@Event(
        type = "io.clientele.client-activity.activity.recorded.v1",
        topic = Topics.CLIENT_ACTIVITY,
        summary = "The bank's systems, or the activity API, report something a client did.")
public record ClientActivity(
        String sourceId, String clientId, String type, Instant occurredAt, Map<String, Object> data)
        implements DomainEvent {

    public ClientActivity {
        Objects.requireNonNull(sourceId, "sourceId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(occurredAt, "occurredAt");
        data = JsonValues.copyOf(data);
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
