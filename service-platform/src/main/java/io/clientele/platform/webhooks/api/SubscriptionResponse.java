package io.clientele.platform.webhooks.api;

import io.clientele.platform.webhooks.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook subscription. */
@Schema(name = "Subscription", description = "A webhook subscription.")
record SubscriptionResponse(
        @Schema(examples = "019a2b3c-6f1d-7c3e-8a52-5d1d4f0e9b7a")
        UUID id,

        @Schema(examples = "https://crm.example.com/hooks/clientele")
        String url,

        @Schema(
                description = "Only events of these types; empty for all.",
                examples = "[\"io.clientele.loyalty.points.earned.v1\"]")
        List<String> types,

        @Schema(description = "Only events of this aggregate; absent for all.", examples = "1787") @Nullable
        String subject,

        @Schema(examples = "Points into the CRM") @Nullable String description,

        @Schema(
                description = "Deliveries are made while `active` and wait while `disabled`.",
                enumeration = {"active", "disabled"},
                examples = "active")
        String state,

        @Schema(description = "Why it was disabled; absent while active.", examples = "the receiver answered 410 Gone")
        @Nullable
        String disabledReason,

        @Schema(examples = "2026-03-31T10:15:30Z") Instant createdAt) {

    static SubscriptionResponse from(Subscription subscription) {
        return new SubscriptionResponse(
                subscription.id(),
                subscription.url(),
                subscription.types(),
                subscription.subject(),
                subscription.description(),
                subscription.state().name().toLowerCase(Locale.ROOT),
                subscription.disabledReason(),
                subscription.createdAt());
    }
}
