package io.clientele.platform.webhooks.api;

import io.clientele.platform.webhooks.SubscriptionSecret;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A secret of a subscription. */
@Schema(
        name = "SubscriptionSecret",
        description = "What deliveries are signed with; each active secret gives one signature.")
record SecretResponse(
        @Schema(examples = "019a2b3c-6f1d-7c3e-8a52-5d1d4f0e9b7a")
        UUID id,

        @Schema(
                description = "As the libraries of Standard Webhooks take it: `whsec_` and the key in base64.",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret,

        @Schema(examples = "2026-03-31T10:15:30Z") Instant createdAt,

        @Schema(description = "When it stops signing; absent for the newest.", examples = "2026-04-01T10:15:30Z")
        @Nullable
        Instant expiresAt) {

    static SecretResponse from(SubscriptionSecret secret) {
        return new SecretResponse(secret.id(), secret.secret(), secret.createdAt(), secret.expiresAt());
    }
}
