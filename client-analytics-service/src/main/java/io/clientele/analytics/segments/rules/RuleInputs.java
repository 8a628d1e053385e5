package io.clientele.analytics.segments.rules;

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

/** What rules look at: the activity types, how far back, and the other segments. */
public final class RuleInputs {

    private RuleInputs() {}

    /** The {@code events} nodes of {@code rule}. */
    public static List<Rule.Events> events(Rule rule) {
        return leaves(rule)
                .filter(Rule.Events.class::isInstance)
                .map(Rule.Events.class::cast)
                .toList();
    }

    /** The activity types {@code rule} looks at. */
    public static Set<String> activityTypes(Rule rule) {
        Set<String> types = new HashSet<>();
        events(rule).forEach(events -> types.add(events.type()));
        return types;
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
            case Rule.Attribute attribute -> found.put(pointer + "/attribute", attribute);
            case Rule.Events events -> found.put(pointer + "/events", events);
            case Rule.Segment segment -> found.put(pointer + "/segment", segment);
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
        for (Rule rule : rules) {
            for (Rule.Events events : events(rule)) {
                horizons.merge(events.type(), horizon(events.window(), at), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return horizons;
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
            case Rule.Attribute attribute -> Stream.of(attribute);
            case Rule.Events events -> Stream.of(events);
            case Rule.Segment segment -> Stream.of(segment);
        };
    }
}
