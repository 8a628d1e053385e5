package io.clientele.platform.webhooks.api;

import io.clientele.platform.webhooks.Delivery;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the delivery log. */
@Schema(name = "WebhookDelivery", description = "One event for one subscription, and how its delivery stands.")
record DeliveryResponse(
        @Schema(examples = "815") long id,

        @Schema(
                description = "The event's id, also its `webhook-id`.",
                examples = "019a2b3c-6f1d-7c3e-8a52-5d1d4f0e9b7a")
        UUID eventId,

        @Schema(examples = "io.clientele.loyalty.points.earned.v1")
        String eventType,

        @Schema(
                description =
                        "`pending`: due now or later; `delivered`: the receiver answered 2xx; `failed`: given up.",
                enumeration = {"pending", "delivered", "failed"},
                examples = "delivered")
        String state,

        @Schema(description = "Attempts made, at most 10.", examples = "1")
        int attempts,

        @Schema(examples = "2026-03-31T10:15:30Z") Instant createdAt,

        @Schema(description = "Absent once delivered or failed.", examples = "2026-03-31T10:20:30Z") @Nullable
        Instant nextAttemptAt,

        @Schema(examples = "2026-03-31T10:15:31Z") @Nullable Instant lastAttemptAt,

        @Schema(
                description = "The receiver's HTTP status at the last attempt; absent when it gave none.",
                examples = "200")
        @Nullable
        Integer lastStatus,

        @Schema(description = "Why the last attempt failed.", examples = "no reply within 15 seconds") @Nullable
        String lastError) {

    static DeliveryResponse from(Delivery delivery) {
        return new DeliveryResponse(
                delivery.id(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.lastAttemptAt(),
                delivery.lastStatus(),
                delivery.lastError());
    }
}
