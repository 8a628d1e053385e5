package io.clientele.platform.webhooks.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is delivered again. */
@Schema(name = "WebhookReplay", description = "What is delivered again.")
record WebhookReplayResponse(
        @Schema(description = "Deliveries queued, under the `webhook-id` they had.", examples = "118")
        int deliveries) {}
