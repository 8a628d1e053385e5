package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Comparison;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Span;
import io.clientele.analytics.segments.rules.Value;
import io.clientele.analytics.segments.rules.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the nodes over activity: measures what is inside the window, then walks on in time to the first change. */
final class Sliding {

    private Sliding() {}

    static Verdict.OfEvents judge(Rule.Events rule, ClientHistory client, ZoneId zone, Instant at) {
        Tally tally = new Tally(rule.measure(), rule.comparison());
        return judge(rule, matching(client, rule.type(), rule.where()), rule.window(), tally, zone, at);
    }

    static Verdict.OfEvents judge(Rule.Absence rule, ClientHistory client, ZoneId zone, Instant at) {
        List<Activity> all = matching(client, rule.of().type(), rule.of().where());
        return judge(rule, all, rule.window(), Tally.counting(Comparison.EQ, 0), zone, at);
    }

    static Verdict.OfEvents judge(Rule.Sequence rule, ClientHistory client, ZoneId zone, Instant at) {
        TreeSet<Instant> firsts = matching(
                        client, rule.first().type(), rule.first().where())
                .stream()
                .map(Activity::occurredAt)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Activity> completing = matching(
                        client, rule.then().type(), rule.then().where())
                .stream()
                .filter(then -> follows(then.occurredAt(), firsts, rule.within(), zone))
                .toList();
        return judge(rule, completing, rule.window(), Tally.counting(Comparison.GTE, 1), zone, at);
    }

    /** The latest one before reaches farthest. */
    private static boolean follows(Instant then, TreeSet<Instant> firsts, Span within, ZoneId zone) {
        Instant first = firsts.lower(then);
        return first != null && !then.isAfter(within.after(first, zone));
    }

    private static List<Activity> matching(ClientHistory client, String type, @Nullable Rule where) {
        return client.of(type).stream()
                .filter(activity -> counts(where, activity.fields()))
                .toList();
    }

    private static Verdict.OfEvents judge(
            Rule rule, List<Activity> all, Window window, Tally tally, ZoneId zone, Instant at) {
        List<Activity> used = new ArrayList<>();
        List<Move> ahead = new ArrayList<>();
        for (Activity activity : all) {
            Stay stay = stay(window, activity.occurredAt(), zone);
            if (stay == null) {
                continue;
            }
            if (stay.contains(at)) {
                used.add(activity);
                tally.add(activity);
            }
            stay.movesAfter(at, activity, ahead);
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

        void movesAfter(Instant at, Activity activity, List<Move> moves) {
            if (from.isAfter(at)) {
                moves.add(new Move(from, activity, true));
            }
            if (to != null && to.isAfter(at)) {
                moves.add(new Move(to, activity, false));
            }
        }
    }

    /** An activity that will come into its window or go out of it. */
    private record Move(Instant at, Activity activity, boolean comes) {}

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

    private static boolean counts(@Nullable Rule where, Map<String, Value> fields) {
        return where == null
                || switch (where) {
                    case Rule.And and -> and.parts().stream().allMatch(part -> counts(part, fields));
                    case Rule.Or or -> or.parts().stream().anyMatch(part -> counts(part, fields));
                    case Rule.Not not -> !counts(not.part(), fields);
                    case Rule.Attribute attribute -> FieldTests.passes(attribute.test(), fields.get(attribute.path()));
                    default -> throw new IllegalArgumentException(where.kind() + " inside where");
                };
    }
}
