package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.ComparingSegments;
import io.clientele.analytics.segments.Dependent;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SegmentImpact", description = "What retiring a segment would touch.")
record ImpactResponse(
        @Schema(examples = "01957c81-5e7a-7b11-9d2c-0a4f8a2b6c01")
        UUID segmentId,

        @Schema(description = "Members who would leave.", examples = "523")
        long members,

        @Schema(description = "Segments whose approved or active rules ask for its members, by name.")
        List<DependentSegment> dependents) {

    @Schema(name = "DependentSegment", description = "A segment whose rule asks for the members of another.")
    record DependentSegment(
            @Schema(examples = "01957c81-5e7a-7b11-9d2c-0a4f8a2b6c02")
            UUID segmentId,

            @Schema(examples = "Household payers with a card")
            String name,

            @Schema(
                    description =
                            "Whether its own rule asks, which keeps the segment from being retired; else it does through others.",
                    examples = "true")
            boolean direct) {

        static DependentSegment from(Dependent dependent) {
            return new DependentSegment(dependent.segmentId(), dependent.name(), dependent.direct());
        }
    }

    static ImpactResponse from(ComparingSegments.Impact impact) {
        return new ImpactResponse(
                impact.segmentId(),
                impact.members(),
                impact.dependents().stream().map(DependentSegment::from).toList());
    }
}
