package io.clientele.analytics.segments.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.segments.DraftingSegments.Draft;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SegmentRequest", description = "A segment with its first draft.")
record SegmentRequest(
        @NotBlank
        @Size(max = 120)
        @Schema(description = "Unique among all segments.", examples = "Household payers above 5,000", required = true)
        String name,

        @Size(max = 2000)
        @Schema(
                description = "What the segment is for, in words.",
                examples = "Clients who run their household through us.")
        @Nullable
        String description,

        @NotNull @Schema(ref = "SegmentRule", required = true)
        JsonNode rule,

        @Schema(
                description =
                        "When the version is to take effect, 1970 to 2199; absent, or past when it is approved: at once.",
                examples = "1994-04-01T00:00:00Z")
        @Nullable
        Instant effectiveFrom) {

    Draft draft() {
        return VersionRequest.draft(rule, effectiveFrom);
    }
}
