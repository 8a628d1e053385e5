package io.clientele.platform.events.api;

import io.clientele.platform.events.CloudEvent;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of the feed. */
@Schema(name = "EventFeed", description = "A stretch of the event feed.")
record FeedResponse(
        @Schema(description = "In the order of the feed; empty at its end.")
        List<CloudEvent> items,

        @Schema(description = "Send it as `after` to read on, now or later. Always given.", examples = "18442")
        String next) {}
