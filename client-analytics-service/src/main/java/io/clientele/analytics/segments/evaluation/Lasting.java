package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges a {@code held} node: walks from change to change through the time the part must have held. */
final class Lasting {

    private Lasting() {}

    static Verdict judge(Rule.Held rule, ClientHistory client, Inputs inputs, Instant at) {
        Verdict now = Evaluator.judge(rule.part(), client, inputs, at);
        if (now.outcome() != Outcome.HOLDS) {
            return new Verdict.Combined(rule, now.outcome(), now.changesAt(), List.of(now));
        }
        Stretch last = lastStretch(rule, client, inputs, at);
        Instant heldAt = rule.span().after(last.since(), inputs.zone());
        boolean held = !heldAt.isAfter(at);
        Instant changesAt = held ? now.changesAt() : earlier(now.changesAt(), heldAt);
        return new Verdict.Combined(rule, held ? Outcome.HOLDS : last.before(), changesAt, List.of(now));
    }

    /**
     * The time up to now in which the part has held without a break.
     *
     * @param since its beginning, as far as it matters
     * @param before what the part said before
     */
    private record Stretch(Instant since, Outcome before) {}

    private static Stretch lastStretch(Rule.Held rule, ClientHistory client, Inputs inputs, Instant at) {
        Instant since = null;
        Outcome before = Outcome.FAILS;
        for (Instant then = rule.span().before(at); then != null && !then.isAfter(at); ) {
            Verdict verdict = Evaluator.judge(rule.part(), client, inputs, then);
            if (verdict.outcome() != Outcome.HOLDS) {
                before = verdict.outcome();
                since = null;
            } else if (since == null) {
                since = then;
            }
            then = verdict.changesAt();
        }
        return new Stretch(Objects.requireNonNullElse(since, at), before);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
