package io.clientele.platform.inbox.api;

import io.clientele.platform.inbox.ReplayingDeadLetters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a replay did. */
@Schema(name = "Replay", description = "What a replay did.")
record ReplayResponse(
        @Schema(description = "Records of the key that took effect now, or turned out to have before.", examples = "3")
        int resolved,

        @Schema(description = "Records of the key that still wait.", examples = "0")
        long waiting,

        @Schema(
                description = "Why the first of them does; absent when none waits.",
                examples = "UnreadableEvent: the payload is no ClientRegistered")
        @Nullable
        String reason) {

    static ReplayResponse from(ReplayingDeadLetters.Replay replay) {
        return new ReplayResponse(replay.resolved(), replay.waiting(), replay.reason());
    }
}
