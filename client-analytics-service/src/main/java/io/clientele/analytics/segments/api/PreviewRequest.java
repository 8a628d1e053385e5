package io.clientele.analytics.segments.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SegmentPreviewRequest", description = "A rule to try out.")
record PreviewRequest(
        @NotNull @Schema(ref = "SegmentRule", required = true)
        JsonNode rule,

        @Schema(description = "The instant to judge, 1970 to 2199; absent = now.", examples = "1994-03-31T22:00:00Z")
        @Nullable
        Instant asOf,

        @Min(0)
        @Max(100)
        @Schema(description = "At most so many members are shown; 20 when absent.", examples = "20")
        @Nullable
        Integer sampleSize) {

    private static final int DEFAULT_SAMPLE = 20;

    int sample() {
        return sampleSize == null ? DEFAULT_SAMPLE : sampleSize;
    }
}
