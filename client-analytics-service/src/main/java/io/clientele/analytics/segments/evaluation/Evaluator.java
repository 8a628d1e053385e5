package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Rule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges a client by a rule at an instant. Pure: equal arguments give equal verdicts, in whatever order the history
 * lists its activities. Arithmetic is decimal and exact.
 */
public final class Evaluator {

    private Evaluator() {}

    /** What {@code rule} says of the client at {@code at}; activities after that instant do not count yet. */
    public static Verdict judge(Rule rule, ClientHistory client, Inputs inputs, Instant at) {
        return switch (rule) {
            case Rule.And and -> combined(and, Outcome.FAILS, Outcome.HOLDS, parts(and.parts(), client, inputs, at));
            case Rule.Or or -> combined(or, Outcome.HOLDS, Outcome.FAILS, parts(or.parts(), client, inputs, at));
            case Rule.Not not -> {
                Verdict part = judge(not.part(), client, inputs, at);
                yield new Verdict.Combined(not, part.outcome().negated(), part.changesAt(), List.of(part));
            }
            case Rule.Attribute attribute -> Fields.judge(attribute, client, inputs, at);
            case Rule.Events events -> Sliding.judge(events, client, inputs, at);
            case Rule.Absence absence -> Sliding.judge(absence, client, inputs, at);
            case Rule.Sequence sequence -> Sliding.judge(sequence, client, inputs, at);
            case Rule.Held held -> Lasting.judge(held, client, inputs, at);
            case Rule.Listed list -> Listing.judge(list, client.clientId(), inputs, at);
            case Rule.Percentile percentile -> Ranked.judge(percentile, client, inputs, at);
            case Rule.Bucket bucket -> Draw.judge(bucket, client.clientId());
            case Rule.Segment segment ->
                new Verdict.OfSegment(segment, Outcome.of(inputs.memberOf().contains(segment.id())));
        };
    }

    private static List<Verdict> parts(List<Rule> rules, ClientHistory client, Inputs inputs, Instant at) {
        return rules.stream().map(part -> judge(part, client, inputs, at)).toList();
    }

    /** One part that is {@code decisive} decides; else an undetermined one leaves it open; else {@code otherwise}. */
    private static Verdict combined(Rule rule, Outcome decisive, Outcome otherwise, List<Verdict> parts) {
        Outcome outcome = otherwise;
        for (Verdict part : parts) {
            if (part.outcome() == decisive) {
                outcome = decisive;
                break;
            }
            if (part.outcome() == Outcome.UNDETERMINED) {
                outcome = Outcome.UNDETERMINED;
            }
        }
        return new Verdict.Combined(rule, outcome, earliestChange(parts), parts);
    }

    private static @Nullable Instant earliestChange(List<Verdict> parts) {
        return parts.stream()
                .map(Verdict::changesAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
