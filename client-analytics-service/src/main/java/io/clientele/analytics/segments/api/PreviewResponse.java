package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.PreviewingSegments.Preview;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SegmentPreview", description = "Who a rule would let in.")
record PreviewResponse(
        @Schema(description = "The instant judged.", examples = "1994-03-31T22:00:00Z")
        Instant asOf,

        @Schema(description = "Clients judged: all there are.", examples = "5369")
        long clients,

        @Schema(description = "Clients the rule lets in; an exact count.", examples = "523")
        long members,

        @Schema(description = "Clients of whom it cannot be told, because an input is in error.", examples = "0")
        long undetermined,

        @Schema(
                description = "The error of one of these.",
                examples = "activity 171812 is in CZK and there is no rate to EUR")
        @Nullable
        String error,

        @Schema(
                description = "Client numbers of some members, not chosen by age or size.",
                examples = "[\"1787\", \"19\"]")
        List<String> sample,

        @Schema(description = "The segments some members were in at that instant, most first, at most 100.")
        List<Overlap> overlap,

        @Schema(
                description = "Members who may not be contacted for what was asked; absent = not asked.",
                examples = "17")
        @Nullable
        Long excluded) {

    @Schema(name = "SegmentPreviewOverlap", description = "A segment some members are in as well.")
    record Overlap(
            @Schema(description = "The segment.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110002")
            UUID segmentId,

            @Schema(description = "Its name.", examples = "Household payers")
            String name,

            @Schema(description = "Members of the preview in it.", examples = "112")
            long common) {}

    static PreviewResponse from(Preview preview) {
        return new PreviewResponse(
                preview.asOf(),
                preview.clients(),
                preview.members(),
                preview.undetermined(),
                preview.error(),
                preview.sample(),
                preview.overlap().stream()
                        .map(shared -> new Overlap(shared.segmentId(), shared.name(), shared.common()))
                        .toList(),
                preview.excluded());
    }
}
