package io.clientele.analytics.segments.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.segments.DraftingSegments.Draft;
import io.clientele.analytics.segments.rules.RuleReader;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SegmentVersionRequest", description = "A draft of a version.")
record VersionRequest(
        @NotNull @Schema(ref = "SegmentRule", required = true)
        JsonNode rule,

        @Schema(
                description =
                        "When the version is to take effect, 1970 to 2199; absent, or past when it is approved: at once.",
                examples = "1994-04-01T00:00:00Z")
        @Nullable
        Instant effectiveFrom) {

    Draft draft() {
        return draft(rule, effectiveFrom);
    }

    static Draft draft(JsonNode rule, @Nullable Instant effectiveFrom) {
        return new Draft(RuleReader.read(rule, "/rule"), Instants.bounded(effectiveFrom, "/effectiveFrom"));
    }
}
