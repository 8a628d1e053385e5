package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.ComparingSegments.Drift;
import io.clientele.analytics.statistics.PopulationStability.Band;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SegmentDrift", description = "How the mix of a segment's members has changed.")
record DriftResponse(
        @Schema(description = "The segment.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110002")
        UUID segmentId,

        @Schema(description = "The field members are grouped by, as it is today.", examples = "tier")
        String by,

        @Schema(description = "The instant compared with.", examples = "1994-03-31T22:00:00Z")
        Instant since,

        @Schema(description = "Population stability index of now against then.", examples = "0.0412")
        BigDecimal psi,

        @Schema(description = "STABLE below 0.1, MODERATE from 0.1 to 0.25, MAJOR above.", examples = "STABLE")
        Band band,

        @Schema(description = "The groups.") List<Group> groups) {

    private static final int DIGITS = 4;

    @Schema(name = "SegmentDriftGroup", description = "Members with one value of the field.")
    record Group(
            @Schema(description = "The value; empty where the field is.", examples = "GOLD")
            String name,

            @Schema(description = "Members then.", examples = "120")
            long before,

            @Schema(description = "Members now.", examples = "131")
            long now) {}

    static DriftResponse from(Drift drift) {
        return new DriftResponse(
                drift.segmentId(),
                drift.by(),
                drift.since(),
                BigDecimal.valueOf(drift.stability().index()).setScale(DIGITS, RoundingMode.HALF_EVEN),
                drift.stability().band(),
                drift.groups().stream()
                        .map(group -> new Group(group.name(), group.before(), group.now()))
                        .toList());
    }
}
