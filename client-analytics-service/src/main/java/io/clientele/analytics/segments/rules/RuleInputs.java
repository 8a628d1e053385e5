package io.clientele.analytics.segments.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rules look at: the activity types, how far back, and the other segments. */
public final class RuleInputs {

    private RuleInputs() {}

    /** The activity types {@code rule} looks at. */
    public static Set<String> activityTypes(Rule rule) {
        Set<String> types = new HashSet<>();
        leaves(rule).forEach(leaf -> activities(leaf).values().forEach(matching -> types.add(matching.type())));
        return types;
    }

    /** Whether {@code rule} may need rates of currencies. */
    public static boolean converts(Rule rule) {
        return leaves(rule)
                .anyMatch(leaf -> (measure(leaf) instanceof Measure measure && measure.currency() != null)
                        || (leaf instanceof Rule.Attribute attribute && attribute.currency() != null)
                        || activities(leaf).values().stream()
                                .map(Matching::where)
                                .anyMatch(where -> where != null && converts(where)));
    }

    /** What a leaf measures over activities; null = nothing. */
    public static @Nullable Measure measure(Rule leaf) {
        return switch (leaf) {
            case Rule.Events events -> events.measure();
            case Rule.Percentile percentile
            when percentile.ranking().of() instanceof Ranking.OfEvents ranked -> ranked.measure();
            default -> null;
        };
    }

    /** The uploaded lists {@code rule} asks for. */
    public static Set<UUID> lists(Rule rule) {
        Set<UUID> ids = new HashSet<>();
        leaves(rule).filter(Rule.Listed.class::isInstance).forEach(leaf -> ids.add(((Rule.Listed) leaf).id()));
        return ids;
    }

    /** The paths of the consents {@code rule} asks for. */
    public static Set<String> consents(Rule rule) {
        Set<String> paths = new HashSet<>();
        leaves(rule).forEach(leaf -> {
            if (leaf instanceof Rule.Attribute attribute && ClientFields.consent(attribute.path()) != null) {
                paths.add(attribute.path());
            }
        });
        return paths;
    }

    /** The models whose scores {@code rule} asks for. */
    public static Set<UUID> models(Rule rule) {
        Set<UUID> ids = new HashSet<>();
        leaves(rule).forEach(leaf -> {
            ClientFields.Score score = score(leaf);
            if (score != null) {
                ids.add(score.model());
            }
        });
        return ids;
    }

    /** The score a leaf asks for; null when it asks for something else. */
    public static ClientFields.@Nullable Score score(Rule leaf) {
        return leaf instanceof Rule.Attribute attribute ? ClientFields.score(attribute.path()) : null;
    }

    /** The rankings {@code rule} cuts, and at which quantiles, in per cent. */
    public static Map<Ranking, Set<BigDecimal>> rankings(Rule rule) {
        Map<Ranking, Set<BigDecimal>> rankings = new HashMap<>();
        leaves(rule).forEach(leaf -> {
            if (leaf instanceof Rule.Percentile percentile) {
                Set<BigDecimal> quantiles = rankings.computeIfAbsent(percentile.ranking(), first -> new HashSet<>());
                percentile.share().edges().forEach(edge -> quantiles.add(edge.percent()));
            }
        });
        return rankings;
    }

    /** Which activities a leaf looks at, by JSON Pointer inside the leaf to where it says so. */
    public static Map<String, Matching> activities(Rule leaf) {
        return switch (leaf) {
            case Rule.Events events -> Map.of("", new Matching(events.type(), events.where()));
            case Rule.Absence absence -> Map.of("", absence.of());
            case Rule.Sequence sequence -> Map.of("/first", sequence.first(), "/then", sequence.then());
            case Rule.Percentile percentile
            when percentile.ranking().of() instanceof Ranking.OfEvents ranked ->
                Map.of("/of/events", ranked.matching());
            default -> Map.of();
        };
    }

    /** The segments whose membership {@code rule} asks for. */
    public static Set<UUID> segments(Rule rule) {
        Set<UUID> ids = new HashSet<>();
        leaves(rule).filter(Rule.Segment.class::isInstance).forEach(leaf -> ids.add(((Rule.Segment) leaf).id()));
        return ids;
    }

    /**
     * The leaves of {@code rule} by JSON Pointer to what is inside them, such as {@code /rule/and/0/events}; those inside
     * {@code where} excluded.
     *
     * @param pointer where the rule stands
     */
    public static Map<String, Rule> located(Rule rule, String pointer) {
        Map<String, Rule> found = new LinkedHashMap<>();
        switch (rule) {
            case Rule.And and -> located(and.parts(), pointer + "/and", found);
            case Rule.Or or -> located(or.parts(), pointer + "/or", found);
            case Rule.Not not -> found.putAll(located(not.part(), pointer + "/not"));
            case Rule.Held held -> found.putAll(located(held.part(), pointer + "/held/rule"));
            default -> found.put(pointer + "/" + rule.kind(), rule);
        }
        return found;
    }

    private static void located(List<Rule> parts, String pointer, Map<String, Rule> found) {
        for (int i = 0; i < parts.size(); i++) {
            found.putAll(located(parts.get(i), pointer + "/" + i));
        }
    }

    /**
     * For each activity type the rules look at, an instant before every activity that can matter at {@code at} or later;
     * {@link Instant#MIN} where all matter.
     */
    public static Map<String, Instant> horizons(Collection<Rule> rules, Instant at) {
        Map<String, Instant> horizons = new HashMap<>();
        rules.forEach(rule -> lookBack(rule, at, horizons));
        return horizons;
    }

    private static void lookBack(Rule rule, Instant at, Map<String, Instant> horizons) {
        switch (rule) {
            case Rule.And and -> and.parts().forEach(part -> lookBack(part, at, horizons));
            case Rule.Or or -> or.parts().forEach(part -> lookBack(part, at, horizons));
            case Rule.Not not -> lookBack(not.part(), at, horizons);
            case Rule.Held held -> lookBack(held.part(), held.span().before(at), horizons);
            case Rule.Events events -> lookBack(events.type(), horizon(events.window(), at), horizons);
            case Rule.Absence absence -> lookBack(absence.of().type(), horizon(absence.window(), at), horizons);
            case Rule.Sequence sequence -> {
                Instant then = horizon(sequence.window(), at);
                lookBack(sequence.then().type(), then, horizons);
                lookBack(
                        sequence.first().type(),
                        then.equals(Instant.MIN) ? then : sequence.within().before(then),
                        horizons);
            }
            case Rule.Attribute attribute -> {}
            case Rule.Segment segment -> {}
            case Rule.Bucket bucket -> {}
            case Rule.Listed list -> {}
            case Rule.Percentile percentile -> {
                if (percentile.ranking().of() instanceof Ranking.OfEvents ranked) {
                    lookBack(ranked.matching().type(), horizon(ranked.window(), at), horizons);
                }
            }
        }
    }

    private static void lookBack(String type, Instant horizon, Map<String, Instant> horizons) {
        horizons.merge(type, horizon, (a, b) -> a.isBefore(b) ? a : b);
    }

    private static Instant horizon(Window window, Instant at) {
        return switch (window) {
            case Window.Ever ever -> Instant.MIN;
            case Window.Last last -> last.span().before(at);
            // a day begins up to 18 hours earlier east of Greenwich
            case Window.Fixed fixed ->
                fixed.from() == null
                        ? Instant.MIN
                        : fixed.from().instant(java.time.ZoneOffset.UTC).minusSeconds(86_400);
        };
    }

    private static Stream<Rule> leaves(Rule rule) {
        return switch (rule) {
            case Rule.And and -> and.parts().stream().flatMap(RuleInputs::leaves);
            case Rule.Or or -> or.parts().stream().flatMap(RuleInputs::leaves);
            case Rule.Not not -> leaves(not.part());
            case Rule.Held held -> leaves(held.part());
            default -> Stream.of(rule);
        };
    }
}
