package io.clientele.analytics.segments.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.segments.evaluation.Outcome;
import io.clientele.analytics.segments.evaluation.Verdict;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleWriter;
import io.clientele.analytics.segments.rules.Value;
import io.clientele.analytics.segments.rules.ValueJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ExplainedNode", description = "What a node of the rule says of the client, and why.")
record ExplainedNode(
        @Schema(description = "JSON Pointer to the node in the version.", examples = "/rule/and/0/attribute")
        String pointer,

        @Schema(description = "UNDETERMINED: an input is in error.", examples = "HOLDS")
        Outcome verdict,

        @Schema(ref = "SegmentRule", description = "The node, if it has no parts.") @Nullable
        JsonNode rule,

        @Schema(
                ref = "RuleValue",
                description =
                        "Of an attribute: what the field held, absent = nothing. Of a bucket: the client's place in per"
                                + " cent. Of events: the measure as a decimal string, absent = none; of absence and sequence:"
                                + " how many activities counted. Of a segment: whether the client was a member. Of a list: the version of it"
                                + " in force. Of a percentile: the number of the computation of the cut points.")
        @Nullable
        JsonNode actual,

        @Schema(
                description = "Why it is undetermined.",
                examples = "activity 171812 is in CZK and there is no rate to EUR")
        @Nullable
        String error,

        @Schema(
                description = "The first instant after at which time alone may change this node's verdict.",
                examples = "1994-04-02T22:00:00Z")
        @Nullable
        Instant changesAt,

        @Schema(description = "Of events, absence, sequence: how many activities counted.", examples = "3") @Nullable
        Integer activitiesUsed,

        @Schema(
                description =
                        "Of events, absence, sequence: the latest 100 of the activities that counted, oldest first.")
        @Nullable
        List<UsedActivity> activities,

        @Schema(
                description =
                        "Of and, or, not, held: the parts in the order of the rule. Of a percentile: the client's value"
                                + " against the cut points.")
        @Nullable
        List<ExplainedNode> parts) {

    private static final int MOST_ACTIVITIES = 100;

    static ExplainedNode from(Verdict verdict, String pointer) {
        String inside = pointer + "/" + verdict.rule().kind();
        return switch (verdict) {
            case Verdict.Combined combined -> combined(combined, inside);
            case Verdict.OfValue value ->
                leaf(value, inside, value.actual() == null ? null : ValueJson.write(value.actual()));
            case Verdict.OfSegment segment ->
                leaf(segment, inside, ValueJson.write(new Value.Flag(segment.outcome() == Outcome.HOLDS)));
            case Verdict.OfEvents events -> events(events, inside);
            case Verdict.OfRank rank -> rank(rank, inside);
        };
    }

    private static ExplainedNode combined(Verdict.Combined combined, String inside) {
        List<ExplainedNode> parts = new ArrayList<>();
        for (int i = 0; i < combined.parts().size(); i++) {
            String at = switch (combined.rule()) {
                case Rule.Not not -> inside;
                case Rule.Held held -> inside + "/rule";
                default -> inside + "/" + i;
            };
            parts.add(from(combined.parts().get(i), at));
        }
        return new ExplainedNode(inside, combined.outcome(), null, null, null, combined.changesAt(), null, null, parts);
    }

    /** The parts compare the client's value with the cut points: they stand in no version, and share the node's pointer. */
    private static ExplainedNode rank(Verdict.OfRank rank, String pointer) {
        return new ExplainedNode(
                pointer,
                rank.outcome(),
                RuleWriter.write(rank.rule()),
                rank.cutPoints() == null
                        ? null
                        : ValueJson.write(new Value.Decimal(BigDecimal.valueOf(rank.cutPoints()))),
                rank.error(),
                rank.changesAt(),
                null,
                null,
                rank.parts().stream().map(part -> from(part, pointer)).toList());
    }

    private static ExplainedNode leaf(Verdict leaf, String pointer, @Nullable JsonNode actual) {
        return new ExplainedNode(
                pointer,
                leaf.outcome(),
                RuleWriter.write(leaf.rule()),
                actual,
                null,
                leaf.changesAt(),
                null,
                null,
                null);
    }

    private static ExplainedNode events(Verdict.OfEvents events, String pointer) {
        int used = events.used().size();
        String field = events.rule() instanceof Rule.Events measured
                ? measured.measure().field()
                : null;
        return new ExplainedNode(
                pointer,
                events.outcome(),
                RuleWriter.write(events.rule()),
                events.measured() == null ? null : text(events.measured()),
                events.error(),
                events.changesAt(),
                used,
                events.used().subList(Math.max(0, used - MOST_ACTIVITIES), used).stream()
                        .map(activity -> UsedActivity.from(activity, field))
                        .toList(),
                null);
    }

    private static JsonNode text(BigDecimal measured) {
        return ValueJson.write(
                new Value.Text(new Value.Decimal(measured).decimal().toPlainString()));
    }
}
