package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.Segment;
import io.clientele.analytics.segments.SegmentState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Segment", description = "A governed group of clients.")
record SegmentResponse(
        @Schema(examples = "01957c81-5e7a-7b11-9d2c-0a4f8a2b6c01")
        UUID id,

        @Schema(examples = "Household payers above 5,000") String name,

        @Schema(examples = "Clients who run their household through us.") @Nullable
        String description,

        @Schema(description = "DRAFT until a version takes effect, RETIRED for good.", examples = "ACTIVE")
        SegmentState state,

        @Schema(description = "Number of the version in force.", examples = "2") @Nullable
        Integer activeVersion,

        @Schema(description = "User id of who made it.", examples = "analyst-svoboda")
        String createdBy,

        @Schema(description = "Business time.", examples = "1994-03-01T09:30:00Z")
        Instant createdAt) {

    static SegmentResponse from(Segment segment) {
        return new SegmentResponse(
                segment.id(),
                segment.name(),
                segment.description(),
                segment.state(),
                segment.activeVersion(),
                segment.createdBy(),
                segment.createdAt());
    }
}
