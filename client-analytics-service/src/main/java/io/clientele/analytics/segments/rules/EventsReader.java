package io.clientele.analytics.segments.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the nodes over a client's activity: {@code events}, {@code absence} and {@code sequence}. */
final class EventsReader {

    private static final List<String> COMPARISONS =
            Arrays.stream(Comparison.values()).map(Comparison::word).toList();
    private static final List<String> AGGREGATIONS =
            Arrays.stream(Aggregation.values()).map(Aggregation::word).toList();
    private static final List<String> RANKED_MEMBERS =
            List.of("type", "where", "agg", "field", "currency", "ratesOn", "window");
    private static final List<String> MEMBERS =
            List.of("type", "where", "agg", "field", "currency", "ratesOn", "window", "gte", "gt", "lte", "lt", "eq");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Findings findings;
    private final RuleReader nodes;

    EventsReader(Findings findings, RuleReader nodes) {
        this.findings = findings;
        this.nodes = nodes;
    }

    @Nullable
    Rule read(JsonNode json, String pointer, int level) {
        if (!findings.isObject(json, pointer, MEMBERS)) {
            return null;
        }
        Matching matching = matching(json, pointer, level);
        Measure measure = measure(json, pointer);
        Window window = window(json, pointer);
        DecimalTest comparison = comparison(json, pointer);
        return matching == null || measure == null || window == null || comparison == null
                ? null
                : new Rule.Events(matching.type(), matching.where(), measure, window, comparison);
    }

    /** A measure that clients are ranked by: as {@code events}, without a comparison. */
    Ranking.@Nullable OfEvents ranked(JsonNode json, String pointer, int level) {
        if (!findings.isObject(json, pointer, RANKED_MEMBERS)) {
            return null;
        }
        Matching matching = matching(json, pointer, level);
        Measure measure = measure(json, pointer);
        Window window = window(json, pointer);
        return matching == null || measure == null || window == null
                ? null
                : new Ranking.OfEvents(matching, measure, window);
    }

    @Nullable
    Rule absence(JsonNode json, String pointer, int level) {
        if (!findings.isObject(json, pointer, List.of("type", "where", "window"))) {
            return null;
        }
        Matching of = matching(json, pointer, level);
        Window window = window(json, pointer);
        return of == null || window == null ? null : new Rule.Absence(of, window);
    }

    @Nullable
    Rule sequence(JsonNode json, String pointer, int level) {
        if (!findings.isObject(json, pointer, List.of("first", "then", "within", "window"))) {
            return null;
        }
        Matching first = step(json, "first", pointer, level);
        Matching then = step(json, "then", pointer, level);
        Span within = findings.span(json.path("within"), pointer + "/within");
        Window window = window(json, pointer);
        return first == null || then == null || within == null || window == null
                ? null
                : new Rule.Sequence(first, then, within, window);
    }

    private @Nullable Matching step(JsonNode json, String name, String pointer, int level) {
        String inside = pointer + "/" + name;
        return findings.isObject(json.path(name), inside, List.of("type", "where"))
                ? matching(json.path(name), inside, level)
                : null;
    }

    private @Nullable Matching matching(JsonNode json, String pointer, int level) {
        String type = name(json, "type", pointer);
        if (!json.has("where")) {
            return type == null ? null : new Matching(type, null);
        }
        Rule where = nodes.node(json.path("where"), pointer + "/where", RuleReader.Subject.ACTIVITY, level + 1);
        return type == null || where == null ? null : new Matching(type, where);
    }

    private @Nullable Measure measure(JsonNode json, String pointer) {
        Aggregation aggregation = aggregation(json, pointer);
        if (aggregation == null) {
            return null;
        }
        if (aggregation == Aggregation.COUNT) {
            refuse(json, "field", pointer, "is not allowed with agg count, which counts activities");
            refuse(json, "currency", pointer, "is not allowed with agg count, which counts activities");
            refuse(json, "ratesOn", pointer, "is not allowed without currency");
            return new Measure(aggregation, null, null);
        }
        String field = name(json, "field", pointer);
        if (aggregation == Aggregation.DISTINCT) {
            refuse(json, "currency", pointer, "is not allowed with agg distinct, which counts values");
            refuse(json, "ratesOn", pointer, "is not allowed without currency");
            return field == null ? null : new Measure(aggregation, field, null);
        }
        Currency currency = json.has("currency") ? findings.currency(json, pointer) : null;
        if (!json.has("currency")) {
            refuse(json, "ratesOn", pointer, "is not allowed without currency");
        }
        LocalDate ratesOn = json.has("ratesOn") ? findings.day(json, "ratesOn", pointer) : null;
        return field == null ? null : new Measure(aggregation, field, currency, currency == null ? null : ratesOn);
    }

    private void refuse(JsonNode json, String name, String pointer, String why) {
        if (json.has(name)) {
            findings.add(Findings.child(pointer, name), why);
        }
    }

    private @Nullable Aggregation aggregation(JsonNode json, String pointer) {
        String word = json.path("agg").isTextual() ? json.path("agg").textValue() : "";
        if (!AGGREGATIONS.contains(word)) {
            findings.add(pointer + "/agg", "is one of " + Findings.list(AGGREGATIONS));
            return null;
        }
        return Aggregation.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private @Nullable DecimalTest comparison(JsonNode json, String pointer) {
        List<String> given = COMPARISONS.stream().filter(json::has).toList();
        if (given.size() != 1) {
            findings.add(
                    pointer, "has exactly one of " + Findings.list(COMPARISONS) + ", with the value to compare with");
            return null;
        }
        String word = given.getFirst();
        BigDecimal threshold = findings.decimal(json.path(word), Findings.child(pointer, word));
        return threshold == null ? null : new DecimalTest(Comparison.valueOf(word.toUpperCase(Locale.ROOT)), threshold);
    }

    /** The window of a node; absent = ever. */
    private @Nullable Window window(JsonNode node, String nodePointer) {
        if (!node.has("window")) {
            return new Window.Ever();
        }
        JsonNode json = node.path("window");
        String pointer = nodePointer + "/window";
        if (!findings.isObject(json, pointer, List.of("last", "from", "to"))) {
            return null;
        }
        boolean sliding = json.has("last");
        boolean fixed = json.has("from") || json.has("to");
        if (sliding == fixed) {
            findings.add(pointer, "has either last, a period such as P90D, or from, to or both");
            return null;
        }
        if (fixed) {
            return fixed(json, pointer);
        }
        Span last = findings.span(json.path("last"), pointer + "/last");
        return last == null ? null : new Window.Last(last);
    }

    private @Nullable Window fixed(JsonNode json, String pointer) {
        Window.Edge from = json.has("from") ? edge(json.path("from"), pointer + "/from") : null;
        Window.Edge to = json.has("to") ? edge(json.path("to"), pointer + "/to") : null;
        if ((from == null && json.has("from")) || (to == null && json.has("to"))) {
            return null;
        }
        if (from != null && to != null && !from.instant(ZoneOffset.UTC).isBefore(to.instant(ZoneOffset.UTC))) {
            findings.add(pointer, "has from before to");
            return null;
        }
        return new Window.Fixed(from, to);
    }

    private Window.@Nullable Edge edge(JsonNode json, String pointer) {
        String text = json.isTextual() ? json.textValue() : "";
        try {
            Window.Edge edge = text.length() <= 10
                    ? new Window.Edge.Day(LocalDate.parse(text))
                    : new Window.Edge.Moment(Instant.parse(text));
            int year = edge.instant(ZoneOffset.UTC).atOffset(ZoneOffset.UTC).getYear();
            if (FIRST_YEAR <= year && year <= LAST_YEAR) {
                return edge;
            }
        } catch (DateTimeParseException unreadable) {
            // reported below
        }
        findings.add(
                pointer,
                "is a date such as 1994-03-31, meaning its first instant in the bank's time zone, or an instant such as 1994-03-31T22:00:00Z, from 1900 to 2199");
        return null;
    }

    private @Nullable String name(JsonNode json, String member, String pointer) {
        String name = findings.text(json, member, pointer);
        if (name != null && !NAME.matcher(name).matches()) {
            findings.add(
                    Findings.child(pointer, member),
                    "is a name: a letter, then letters, digits, dots, - and _, at most 64 characters");
            return null;
        }
        return name;
    }
}
