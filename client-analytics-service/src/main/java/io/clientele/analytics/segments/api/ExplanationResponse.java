package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.ExplainingMembership.Explanation;
import io.clientele.analytics.segments.evaluation.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SegmentExplanation", description = "Why a client is, or is not, in a segment.")
record ExplanationResponse(
        @Schema(examples = "01957c81-5e7a-7b11-9d2c-0a4f8a2b6c01")
        UUID segmentId,

        @Schema(description = "The version in force at that instant.", examples = "1")
        int version,

        @Schema(examples = "1787") String clientId,

        @Schema(description = "The instant explained, business time.", examples = "1994-03-31T22:00:00Z")
        Instant asOf,

        @Schema(description = "Whether the client was kept as a member at that instant.", examples = "true")
        boolean member,

        @Schema(description = "What the rule says of that instant by what is known today.", examples = "HOLDS")
        Outcome verdict,

        @Schema(
                description = "The first instant after at which time alone may change the verdict; absent = never.",
                examples = "1994-04-02T22:00:00Z")
        @Nullable
        Instant changesAt,

        ExplainedNode reasons) {

    static ExplanationResponse from(Explanation explanation) {
        return new ExplanationResponse(
                explanation.segmentId(),
                explanation.version(),
                explanation.clientId(),
                explanation.asOf(),
                explanation.member(),
                explanation.verdict().outcome(),
                explanation.verdict().changesAt(),
                ExplainedNode.from(explanation.verdict(), "/rule"));
    }
}
