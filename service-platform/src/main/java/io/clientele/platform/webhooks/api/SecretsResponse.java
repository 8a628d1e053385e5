package io.clientele.platform.webhooks.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The active secrets of a subscription. */
@Schema(name = "SubscriptionSecrets", description = "The active secrets of a subscription, at most five.")
record SecretsResponse(
        @Schema(description = "Newest first.") List<SecretResponse> items) {}
