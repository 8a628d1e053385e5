package io.clientele.platform.webhooks.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when to deliver again. */
@Schema(name = "WebhookReplayRequest", description = "From when to deliver again.")
record WebhookReplayRequest(
        @Schema(
                description = "Events recorded since this time, real time, at most eight days back.",
                examples = "2026-03-31T10:15:30Z")
        @NotNull
        Instant from) {}
