package io.clientele.analytics.segments.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SegmentDescriptionRequest", description = "Another name and description; the rule stays as it is.")
record DescriptionRequest(
        @NotBlank
        @Size(max = 120)
        @Schema(description = "Unique among all segments.", examples = "Household payers above 5,000", required = true)
        String name,

        @Size(max = 2000)
        @Schema(
                description = "What the segment is for, in words; absent = none.",
                examples = "Clients who run their household through us.")
        @Nullable
        String description) {}
