package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a node says of a client at an instant, and why. The verdicts mirror the tree of the rule. */
public sealed interface Verdict {

    /** The node judged. */
    Rule rule();

    /** What it says. */
    Outcome outcome();

    /**
     * The first later instant at which it may say something else although nothing happens; null = never. Before it, the
     * outcome cannot change by time alone.
     */
    @Nullable
    Instant changesAt();

    /** The verdicts on the parts, in the order of the rule. */
    List<Verdict> parts();

    /** The errors of the leaves below that kept them from an answer. */
    default Stream<String> errors() {
        return parts().stream().flatMap(Verdict::errors);
    }

    /** Of {@code and}, {@code or}, {@code not}, {@code held}. */
    record Combined(Rule rule, Outcome outcome, @Nullable Instant changesAt, List<Verdict> parts) implements Verdict {}

    /**
     * Of {@code attribute}, {@code bucket} and {@code list}.
     *
     * @param actual what the field holds, the client's place in the draw, or the version of the list; null = nothing
     */
    record OfValue(
            Rule rule,
            Outcome outcome,
            @Nullable Instant changesAt,
            @Nullable Value actual) implements Verdict {

        @Override
        public List<Verdict> parts() {
            return List.of();
        }
    }

    /**
     * Of {@code events}, {@code absence} and {@code sequence}.
     *
     * @param measured the measure; null when it has no value, for want of activities or because of an error
     * @param used the activities that counted, oldest first; of a sequence, those that completed one
     * @param error why it is undetermined; null otherwise
     */
    record OfEvents(
            Rule rule,
            Outcome outcome,
            @Nullable Instant changesAt,
            @Nullable BigDecimal measured,
            List<Activity> used,
            @Nullable String error)
            implements Verdict {

        @Override
        public List<Verdict> parts() {
            return List.of();
        }

        @Override
        public Stream<String> errors() {
            return Stream.ofNullable(error);
        }
    }

    /**
     * Of {@code percentile}.
     *
     * @param cutPoints the number of the computation of the cut points in force; null = there is none
     * @param parts the client's value against each cut point
     * @param error why it is undetermined by itself; null otherwise
     */
    record OfRank(
            Rule rule,
            Outcome outcome,
            @Nullable Instant changesAt,
            @Nullable Integer cutPoints,
            List<Verdict> parts,
            @Nullable String error)
            implements Verdict {

        @Override
        public Stream<String> errors() {
            return error == null ? parts.stream().flatMap(Verdict::errors) : Stream.of(error);
        }
    }

    /** Of {@code segment}. */
    record OfSegment(Rule.Segment rule, Outcome outcome) implements Verdict {

        @Override
        public @Nullable Instant changesAt() {
            return null;
        }

        @Override
        public List<Verdict> parts() {
            return List.of();
        }
    }
}
