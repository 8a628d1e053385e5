package io.clientele.platform.inbox.api;

import io.clientele.platform.events.EventHeaders;
import io.clientele.platform.inbox.DeadLetter;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record that a consumer of this service could not take, without its content. */
@Schema(
        name = "DeadLetter",
        description = "A record that a consumer of this service could not take, without its content.")
record DeadLetterResponse(
        @Schema(description = "Id of the dead letter.", examples = "42")
        long id,

        @Schema(description = "Consumer that could not take it.", examples = "client-replica")
        String consumer,

        @Schema(examples = "clientele.clients.v1") String topic,
        @Schema(examples = "3") int partition,
        @Schema(examples = "1207") long offset,

        @Schema(description = "Record key; records of one key wait for each other.", examples = "1787") @Nullable
        String key,

        @Schema(
                description = "CloudEvents id, where the record came with one.",
                examples = "019a2b3c-6f1d-7c3e-8a52-5d1d4f0e9b7a")
        @Nullable
        String eventId,

        @Schema(
                description = "CloudEvents type, where the record came with one.",
                examples = "io.clientele.clients.client.registered.v1")
        @Nullable
        String eventType,

        @Schema(
                description = "Whether it failed itself; otherwise it waits behind one of its key that did.",
                examples = "true")
        boolean poison,

        @Schema(
                description = "Why it could not be taken at the last try.",
                examples = "UnreadableEvent: the payload is no ClientRegistered")
        String reason,

        @Schema(examples = "2026-03-31T10:15:30Z") Instant parkedAt,

        @Schema(description = "When a replay took it; absent while it waits.", examples = "2026-03-31T11:00:00Z")
        @Nullable
        Instant resolvedAt) {

    static DeadLetterResponse from(DeadLetter letter) {
        return new DeadLetterResponse(
                letter.id(),
                letter.consumer(),
                letter.inbound().topic(),
                letter.inbound().partition(),
                letter.inbound().offset(),
                letter.inbound().key(),
                letter.inbound().header(EventHeaders.ID),
                letter.inbound().header(EventHeaders.TYPE),
                letter.poison(),
                letter.reason(),
                letter.parkedAt(),
                letter.resolvedAt());
    }
}
