package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Bound;
import io.clientele.analytics.segments.rules.Comparison;
import io.clientele.analytics.segments.rules.DecimalTest;
import io.clientele.analytics.segments.rules.FieldTest;
import io.clientele.analytics.segments.rules.Ranking;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Share;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges a {@code percentile} node: the client's own value of this instant against the cut points in force. In the share are
 * values from its lower cut point on and below its upper one.
 */
public final class Ranked {

    private Ranked() {}

    /**
     * What a ranking ranks of a client.
     *
     * @param group the peer group; empty where all clients are peers
     * @param value null when the client has none, for want of the field or activity
     * @param error why the value cannot be told; null otherwise
     */
    public record Place(
            String group,
            @Nullable BigDecimal value,
            @Nullable String error) {}

    /** The client's peer group and value at an instant; null when the client belongs to no group. */
    public static @Nullable Place place(Ranking ranking, ClientHistory client, Inputs inputs, Instant at) {
        String group = group(ranking, client);
        if (group == null) {
            return null;
        }
        return switch (ranking.of()) {
            case Ranking.OfField field -> {
                Value value = client.fields().get(field.path());
                yield new Place(group, value == null ? null : FieldTests.decimal(value), null);
            }
            case Ranking.OfEvents events -> {
                Verdict.OfEvents measured =
                        Sliding.judge(comparing(events, Comparison.GTE, BigDecimal.ZERO), client, inputs, at);
                yield new Place(group, measured.measured(), measured.error());
            }
        };
    }

    static Verdict judge(Rule.Percentile rule, ClientHistory client, Inputs inputs, Instant at) {
        Dated<CutPoints> versions = inputs.references().cutPoints(rule.ranking());
        Instant nextVersion = versions.changesAfter(at);
        String group = group(rule.ranking(), client);
        if (group == null) {
            return new Verdict.OfRank(rule, Outcome.FAILS, nextVersion, null, List.of(), null);
        }
        CutPoints inForce = versions.at(at);
        List<Rule> tests = new ArrayList<>();
        for (Share.Edge edge : rule.share().edges()) {
            BigDecimal cut = inForce == null ? null : inForce.cut(group, edge.percent());
            if (cut == null) {
                return new Verdict.OfRank(
                        rule,
                        Outcome.UNDETERMINED,
                        nextVersion,
                        inForce == null ? null : inForce.number(),
                        List.of(),
                        "there are no cut points for this percentile" + (group.isEmpty() ? "" : " and peer group")
                                + " yet");
            }
            tests.add(comparing(rule.ranking().of(), edge.comparison(), cut));
        }
        Verdict value = Evaluator.judge(new Rule.And(tests), client, inputs, at);
        return new Verdict.OfRank(
                rule,
                value.outcome(),
                earlier(value.changesAt(), nextVersion),
                Objects.requireNonNull(inForce).number(),
                value.parts(),
                null);
    }

    private static @Nullable String group(Ranking ranking, ClientHistory client) {
        if (ranking.within() == null) {
            return "";
        }
        return client.fields().get(ranking.within()) instanceof Value.Text(String group) ? group : null;
    }

    private static Rule comparing(Ranking.Of of, Comparison comparison, BigDecimal cut) {
        return switch (of) {
            case Ranking.OfField field ->
                new Rule.Attribute(field.path(), new FieldTest.Ordered(comparison, new Bound.Number(cut)));
            case Ranking.OfEvents events -> comparing(events, comparison, cut);
        };
    }

    private static Rule.Events comparing(Ranking.OfEvents events, Comparison comparison, BigDecimal cut) {
        return new Rule.Events(
                events.matching().type(),
                events.matching().where(),
                events.measure(),
                events.window(),
                new DecimalTest(comparison, cut));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
