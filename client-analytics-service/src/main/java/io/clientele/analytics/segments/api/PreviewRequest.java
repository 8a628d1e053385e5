package io.clientele.analytics.segments.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.segments.PreviewingSegments;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
        Integer sampleSize,

        @Valid
        @Schema(
                description =
                        "What members would be contacted for; who has not consented to it is counted as excluded.")
        @Nullable
        ContactRequest contact) {

    private static final int DEFAULT_SAMPLE = 20;

    @Schema(name = "PreviewContact", description = "What members would be contacted for.")
    record ContactRequest(
            @NotNull
            @Pattern(regexp = "[a-z][a-z0-9-]{0,63}")
            @Schema(description = "Purpose of the consent.", examples = "marketing", required = true)
            String purpose,

            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}")
            @Schema(description = "Channel; absent = consent for all channels.", examples = "EMAIL")
            @Nullable
            String channel) {}

    PreviewingSegments.@Nullable Contact asked() {
        return contact == null ? null : new PreviewingSegments.Contact(contact.purpose(), contact.channel());
    }

    int sample() {
        return sampleSize == null ? DEFAULT_SAMPLE : sampleSize;
    }
}
