package io.clientele.analytics.segments.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes a rule as canonical JSON: members in one order, thresholds as plain decimal strings, periods normalised. Reading
 * what was written gives an equal rule.
 */
public final class RuleWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RuleWriter() {}

    /** The canonical form of {@code rule}. */
    public static ObjectNode write(Rule rule) {
        return JSON.objectNode().set(rule.kind(), content(rule));
    }

    /** The canonical form of what is ranked. */
    public static ObjectNode write(Ranking ranking) {
        ObjectNode node = JSON.objectNode();
        switch (ranking.of()) {
            case Ranking.OfField field -> node.putObject("of").put("field", field.path());
            case Ranking.OfEvents events ->
                node.putObject("of").set("events", measured(events.matching(), events.measure(), events.window()));
        }
        if (ranking.within() != null) {
            node.put("within", ranking.within());
        }
        return node;
    }

    private static JsonNode content(Rule rule) {
        return switch (rule) {
            case Rule.And and -> parts(and.parts());
            case Rule.Or or -> parts(or.parts());
            case Rule.Not not -> write(not.part());
            case Rule.Attribute attribute -> attribute(attribute);
            case Rule.Events events -> events(events);
            case Rule.Absence absence -> withWindow(matching(absence.of()), absence.window());
            case Rule.Sequence sequence -> sequence(sequence);
            case Rule.Held held -> {
                ObjectNode node = JSON.objectNode();
                node.set("rule", write(held.part()));
                yield node.put("for", held.span().toString());
            }
            case Rule.Segment segment ->
                JSON.objectNode().put("id", segment.id().toString());
            case Rule.Listed list -> JSON.objectNode().put("id", list.id().toString());
            case Rule.Percentile percentile -> percentile(percentile);
            case Rule.Bucket bucket ->
                JSON.objectNode()
                        .put("seed", bucket.seed())
                        .put("from", bucket.from().toPlainString())
                        .put("to", bucket.to().toPlainString());
        };
    }

    private static ArrayNode parts(List<Rule> parts) {
        ArrayNode array = JSON.arrayNode();
        parts.forEach(part -> array.add(write(part)));
        return array;
    }

    private static ObjectNode attribute(Rule.Attribute attribute) {
        ObjectNode node = JSON.objectNode().put("path", attribute.path());
        if (attribute.currency() != null) {
            node.put("currency", attribute.currency().getCurrencyCode());
        }
        switch (attribute.test()) {
            case FieldTest.Equal equal -> put(node, "eq", equal.value());
            case FieldTest.NotEqual notEqual -> put(node, "ne", notEqual.value());
            case FieldTest.In in -> put(node, "in", new Value.Several(in.values()));
            case FieldTest.NotIn notIn -> put(node, "notIn", new Value.Several(notIn.values()));
            case FieldTest.Ordered ordered -> node.set(ordered.comparison().word(), bound(ordered.bound()));
            case FieldTest.Between between ->
                node.putArray("between").add(bound(between.low())).add(bound(between.high()));
            case FieldTest.AnniversaryWithin anniversary ->
                node.put("anniversaryWithin", anniversary.within().toString());
            case FieldTest.Exists exists -> node.put("exists", exists.expected());
            case FieldTest.StartsWith startsWith -> node.put("startsWith", startsWith.prefix());
            case FieldTest.Contains contains -> node.put("contains", contains.part());
            case FieldTest.HasAny hasAny -> put(node, "hasAny", new Value.Several(hasAny.values()));
            case FieldTest.HasAll hasAll -> put(node, "hasAll", new Value.Several(hasAll.values()));
        }
        return node;
    }

    private static ObjectNode percentile(Rule.Percentile percentile) {
        ObjectNode node = write(percentile.ranking());
        switch (percentile.share()) {
            case Share.Top top -> node.put("top", top.percent().toPlainString());
            case Share.Tiles tiles ->
                node.putObject("tile")
                        .put("of", tiles.of())
                        .put("from", tiles.from())
                        .put("to", tiles.to());
        }
        return node;
    }

    private static ObjectNode events(Rule.Events events) {
        ObjectNode node = measured(new Matching(events.type(), events.where()), events.measure(), events.window());
        node.put(
                events.comparison().comparison().word(),
                events.comparison().threshold().toPlainString());
        return node;
    }

    private static ObjectNode measured(Matching matching, Measure measure, Window window) {
        ObjectNode node = matching(matching);
        node.put("agg", measure.aggregation().word());
        if (measure.field() != null) {
            node.put("field", measure.field());
        }
        if (measure.currency() != null) {
            node.put("currency", measure.currency().getCurrencyCode());
        }
        if (measure.ratesOn() != null) {
            node.put("ratesOn", measure.ratesOn().toString());
        }
        return withWindow(node, window);
    }

    private static ObjectNode sequence(Rule.Sequence sequence) {
        ObjectNode node = JSON.objectNode();
        node.set("first", matching(sequence.first()));
        node.set("then", matching(sequence.then()));
        node.put("within", sequence.within().toString());
        return withWindow(node, sequence.window());
    }

    private static ObjectNode matching(Matching matching) {
        ObjectNode node = JSON.objectNode().put("type", matching.type());
        if (matching.where() != null) {
            node.set("where", write(matching.where()));
        }
        return node;
    }

    private static ObjectNode withWindow(ObjectNode node, Window window) {
        switch (window) {
            case Window.Ever ever -> {}
            case Window.Last last ->
                node.putObject("window").put("last", last.span().toString());
            case Window.Fixed fixed -> node.set("window", fixed(fixed));
        }
        return node;
    }

    private static ObjectNode fixed(Window.Fixed window) {
        ObjectNode node = JSON.objectNode();
        if (window.from() != null) {
            node.put("from", window.from().toString());
        }
        if (window.to() != null) {
            node.put("to", window.to().toString());
        }
        return node;
    }

    private static void put(ObjectNode node, String name, Value value) {
        node.set(name, ValueJson.write(value));
    }

    private static JsonNode bound(Bound bound) {
        return switch (bound) {
            case Bound.Number number -> JSON.textNode(number.decimal().toPlainString());
            case Bound.Day day -> JSON.textNode(day.date().toString());
            case Bound.FromToday fromToday ->
                JSON.objectNode().put("today", fromToday.offset().toString());
        };
    }
}
