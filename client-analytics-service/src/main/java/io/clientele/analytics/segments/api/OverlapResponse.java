package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.ComparingSegments;
import io.clientele.analytics.segments.membership.Overlaps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SegmentOverlap", description = "The members of a segment, and the other segments some of them are in.")
record OverlapResponse(
        @Schema(examples = "01957c81-5e7a-7b11-9d2c-0a4f8a2b6c01")
        UUID segmentId,

        @Schema(description = "Members now.", examples = "523")
        long members,

        @Schema(description = "The segments that share most members, at most 100, most first.")
        List<Other> others) {

    @Schema(name = "OverlappingSegment", description = "Another segment with members in common.")
    record Other(
            @Schema(examples = "01957c81-5e7a-7b11-9d2c-0a4f8a2b6c02")
            UUID segmentId,

            @Schema(examples = "Card holders") String name,

            @Schema(description = "Its members now.", examples = "892")
            long members,

            @Schema(description = "Members of both.", examples = "131")
            long common,

            @Schema(
                    description = "Jaccard index: members of both by members of either, 0 to 1, to four decimals.",
                    examples = "0.1020")
            BigDecimal jaccard) {}

    static OverlapResponse from(ComparingSegments.Overlap overlap) {
        return new OverlapResponse(
                overlap.segmentId(),
                overlap.members(),
                overlap.others().stream()
                        .map(other -> new Other(
                                other.segmentId(),
                                other.name(),
                                other.members(),
                                other.common(),
                                jaccard(overlap.members(), other)))
                        .toList());
    }

    private static BigDecimal jaccard(long members, Overlaps.Shared other) {
        return BigDecimal.valueOf(other.common())
                .divide(BigDecimal.valueOf(members + other.members() - other.common()), 4, RoundingMode.HALF_EVEN);
    }
}
