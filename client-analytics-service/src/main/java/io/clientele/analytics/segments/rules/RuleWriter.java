package io.clientele.analytics.segments.rules;

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
        ObjectNode node = JSON.objectNode();
        switch (rule) {
            case Rule.And and -> node.set("and", parts(and.parts()));
            case Rule.Or or -> node.set("or", parts(or.parts()));
            case Rule.Not not -> node.set("not", write(not.part()));
            case Rule.Attribute attribute -> node.set("attribute", attribute(attribute));
            case Rule.Events events -> node.set("events", events(events));
            case Rule.Segment segment ->
                node.set("segment", JSON.objectNode().put("id", segment.id().toString()));
        }
        return node;
    }

    private static ArrayNode parts(List<Rule> parts) {
        ArrayNode array = JSON.arrayNode();
        parts.forEach(part -> array.add(write(part)));
        return array;
    }

    private static ObjectNode attribute(Rule.Attribute attribute) {
        ObjectNode node = JSON.objectNode().put("path", attribute.path());
        switch (attribute.test()) {
            case FieldTest.Equal equal -> put(node, "eq", equal.value());
            case FieldTest.NotEqual notEqual -> put(node, "ne", notEqual.value());
            case FieldTest.In in -> put(node, "in", new Value.Several(in.values()));
            case FieldTest.NotIn notIn -> put(node, "notIn", new Value.Several(notIn.values()));
            case FieldTest.Ordered ordered -> node.put(ordered.comparison().word(), text(ordered.bound()));
            case FieldTest.Between between ->
                node.putArray("between").add(text(between.low())).add(text(between.high()));
            case FieldTest.Exists exists -> node.put("exists", exists.expected());
            case FieldTest.StartsWith startsWith -> node.put("startsWith", startsWith.prefix());
            case FieldTest.Contains contains -> node.put("contains", contains.part());
            case FieldTest.HasAny hasAny -> put(node, "hasAny", new Value.Several(hasAny.values()));
            case FieldTest.HasAll hasAll -> put(node, "hasAll", new Value.Several(hasAll.values()));
        }
        return node;
    }

    private static ObjectNode events(Rule.Events events) {
        ObjectNode node = JSON.objectNode().put("type", events.type());
        if (events.where() != null) {
            node.set("where", write(events.where()));
        }
        Measure measure = events.measure();
        node.put("agg", measure.aggregation().word());
        if (measure.field() != null) {
            node.put("field", measure.field());
        }
        if (measure.currency() != null) {
            node.put("currency", measure.currency().getCurrencyCode());
        }
        switch (events.window()) {
            case Window.Ever ever -> {}
            case Window.Last last ->
                node.putObject("window").put("last", last.span().toString());
            case Window.Fixed fixed -> node.set("window", fixed(fixed));
        }
        node.put(
                events.comparison().comparison().word(),
                events.comparison().threshold().toPlainString());
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

    private static String text(Bound bound) {
        return switch (bound) {
            case Bound.Number number -> number.decimal().toPlainString();
            case Bound.Day day -> day.date().toString();
        };
    }
}
