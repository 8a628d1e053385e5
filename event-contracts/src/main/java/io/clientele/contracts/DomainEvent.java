package io.clientele.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A fact that happened to one aggregate. Implemented by records that carry {@link Event}; the record's components are
 * the payload, the methods here travel as CloudEvents attributes. A component that is null is absent from the payload.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface DomainEvent {

    /**
     * The aggregate this happened to: CloudEvents {@code subject} and Kafka record key. Events of one topic and subject
     * are delivered in order and numbered without gaps.
     */
    String subject();

    /** The client concerned, whose relationship manager may see this event; null when no single client is. */
    default @Nullable String concernedClient() {
        return null;
    }
}
