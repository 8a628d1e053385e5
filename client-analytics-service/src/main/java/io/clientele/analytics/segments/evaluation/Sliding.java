package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.evaluation.ActivityFilter.Candidate;
import io.clientele.analytics.segments.rules.Comparison;
import io.clientele.analytics.segments.rules.Matching;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Span;
import io.clientele.analytics.segments.rules.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges the nodes over activity: measures what is inside the window, then walks on in time to the first change. */
final class Sliding {

    private Sliding() {}

    static Verdict.OfEvents judge(Rule.Events rule, ClientHistory client, Inputs inputs, Instant at) {
        Conversion conversion = Conversion.by(inputs);
        Tally tally = new Tally(rule.measure(), rule.comparison(), conversion);
        List<Candidate> all = new ActivityFilter(conversion).pick(client, new Matching(rule.type(), rule.where()));
        return judge(rule, all, rule.window(), tally, inputs.zone(), at);
    }

    static Verdict.OfEvents judge(Rule.Absence rule, ClientHistory client, Inputs inputs, Instant at) {
        List<Candidate> all = new ActivityFilter(Conversion.by(inputs)).pick(client, rule.of());
        return judge(rule, all, rule.window(), Tally.counting(Comparison.EQ, 0), inputs.zone(), at);
    }

    static Verdict.OfEvents judge(Rule.Sequence rule, ClientHistory client, Inputs inputs, Instant at) {
        ActivityFilter filter = new ActivityFilter(Conversion.by(inputs));
        List<Candidate> firsts = filter.pick(client, rule.first());
        TreeMap<Instant, Candidate> certain = byTime(firsts.stream().filter(first -> first.doubt() == null));
        TreeMap<Instant, Candidate> any = byTime(firsts.stream());
        List<Candidate> completing = new ArrayList<>();
        for (Candidate then : filter.pick(client, rule.then())) {
            if (before(then, certain, rule.within(), inputs.zone()) != null) {
                completing.add(then);
                continue;
            }
            Candidate first = before(then, any, rule.within(), inputs.zone());
            if (first != null) {
                completing.add(new Candidate(then.activity(), first.doubt()));
            }
        }
        return judge(rule, completing, rule.window(), Tally.counting(Comparison.GTE, 1), inputs.zone(), at);
    }

    private static TreeMap<Instant, Candidate> byTime(Stream<Candidate> candidates) {
        TreeMap<Instant, Candidate> byTime = new TreeMap<>();
        candidates.forEach(candidate -> byTime.putIfAbsent(candidate.activity().occurredAt(), candidate));
        return byTime;
    }

    /** The latest one before {@code then}, which reaches farthest, if it reaches so far; else null. */
    private static @Nullable Candidate before(
            Candidate then, TreeMap<Instant, Candidate> firsts, Span within, ZoneId zone) {
        Instant at = then.activity().occurredAt();
        Map.Entry<Instant, Candidate> first = firsts.lowerEntry(at);
        return first != null && !at.isAfter(within.after(first.getKey(), zone)) ? first.getValue() : null;
    }

    private static Verdict.OfEvents judge(
            Rule rule, List<Candidate> all, Window window, Tally tally, ZoneId zone, Instant at) {
        List<Activity> used = new ArrayList<>();
        List<Move> ahead = new ArrayList<>();
        for (Candidate candidate : all) {
            Stay stay = stay(window, candidate.activity().occurredAt(), zone);
            if (stay == null) {
                continue;
            }
            if (stay.contains(at)) {
                if (candidate.doubt() == null) {
                    used.add(candidate.activity());
                }
                tally.add(candidate);
            }
            stay.movesAfter(at, candidate, ahead);
        }
        used.sort(Comparator.comparing(Activity::occurredAt).thenComparing(Activity::sourceId));
        Outcome outcome = tally.outcome();
        BigDecimal measured = tally.measured();
        String error = tally.error();
        Instant changesAt = firstChange(tally, outcome, ahead);
        return new Verdict.OfEvents(rule, outcome, changesAt, measured, List.copyOf(used), error);
    }

    /** When an activity is inside its window: from, included, to {@code to}, excluded; null = for ever. */
    private record Stay(Instant from, @Nullable Instant to) {

        boolean contains(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }

        void movesAfter(Instant at, Candidate activity, List<Move> moves) {
            if (from.isAfter(at)) {
                moves.add(new Move(from, activity, true));
            }
            if (to != null && to.isAfter(at)) {
                moves.add(new Move(to, activity, false));
            }
        }
    }

    /** An activity that will come into its window or go out of it. */
    private record Move(Instant at, Candidate activity, boolean comes) {}

    private static @Nullable Stay stay(Window window, Instant happened, ZoneId zone) {
        return switch (window) {
            case Window.Ever ever -> new Stay(happened, null);
            case Window.Last last -> new Stay(happened, last.span().after(happened, zone));
            case Window.Fixed fixed -> isInside(fixed, happened, zone) ? new Stay(happened, null) : null;
        };
    }

    private static boolean isInside(Window.Fixed window, Instant happened, ZoneId zone) {
        return (window.from() == null || !happened.isBefore(window.from().instant(zone)))
                && (window.to() == null || happened.isBefore(window.to().instant(zone)));
    }

    /** Lets activities come and go, instant by instant, until the outcome is another; null = it stays for ever. */
    private static @Nullable Instant firstChange(Tally tally, Outcome outcome, List<Move> ahead) {
        ahead.sort(Comparator.comparing(Move::at));
        for (int i = 0; i < ahead.size(); i++) {
            Move move = ahead.get(i);
            if (move.comes()) {
                tally.add(move.activity());
            } else {
                tally.remove(move.activity());
            }
            boolean endsItsInstant =
                    i + 1 == ahead.size() || ahead.get(i + 1).at().isAfter(move.at());
            if (endsItsInstant && tally.outcome() != outcome) {
                return move.at();
            }
        }
        return null;
    }
}
