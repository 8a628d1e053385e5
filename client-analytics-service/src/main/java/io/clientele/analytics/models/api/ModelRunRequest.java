package io.clientele.analytics.models.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ModelRunRequest", description = "What to score everybody by.")
record ModelRunRequest(
        @Schema(description = "Number of a version to try out; absent = the approved one.", examples = "1") @Nullable
        Integer version,

        @Schema(description = "The instant whose history is scored; absent = now.", examples = "1994-03-31T22:00:00Z")
        @Nullable
        Instant asOf) {}
