package io.clientele.analytics.segments.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule from JSON. A node is an object with exactly one member, named for its kind. At most {@value #DEEPEST}
 * levels and {@value #MOST_NODES} nodes, those inside {@code where} included.
 */
public final class RuleReader {

    /** How deep nodes nest. */
    public static final int DEEPEST = 20;

    /** How many nodes a rule has. */
    public static final int MOST_NODES = 200;

    private static final List<String> OVER_CLIENTS = List.of(
            "and",
            "or",
            "not",
            "attribute",
            "events",
            "absence",
            "sequence",
            "held",
            "segment",
            "bucket",
            "list",
            "percentile");
    private static final List<String> OVER_THE_PAST =
            List.of("and", "or", "not", "attribute", "events", "absence", "sequence", "bucket", "list", "percentile");
    private static final List<String> OVER_ACTIVITIES = List.of("and", "or", "not", "attribute");
    private static final Pattern ACTIVITY_FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Findings findings = new Findings();
    private final FieldTestReader tests = new FieldTestReader(findings);
    private final EventsReader events = new EventsReader(findings, this);
    private final ReferenceReader references = new ReferenceReader(findings, events);
    private int nodes;

    private RuleReader() {}

    /** What a node is about, which decides what it may be. */
    enum Subject {
        CLIENT(OVER_CLIENTS),
        /** Memberships of the past are not kept for rules. */
        CLIENT_IN_THE_PAST(OVER_THE_PAST),
        ACTIVITY(OVER_ACTIVITIES);

        private final List<String> kinds;

        Subject(List<String> kinds) {
            this.kinds = kinds;
        }
    }

    /**
     * Reads {@code json}.
     *
     * @param pointer where in the request the rule stands, for the findings, such as {@code /rule}
     * @throws InvalidRule with every finding
     */
    public static Rule read(JsonNode json, String pointer) {
        RuleReader reader = new RuleReader();
        Rule rule = reader.node(json, pointer, Subject.CLIENT, 1);
        if (rule == null || !reader.findings.isEmpty()) {
            throw new InvalidRule(reader.findings.all());
        }
        return rule;
    }

    /** The node at {@code pointer}; null when it was reported. */
    @Nullable
    Rule node(JsonNode json, String pointer, Subject subject, int level) {
        if (level > DEEPEST) {
            findings.add(pointer, "is nested too deep; a rule has at most " + DEEPEST + " levels");
            return null;
        }
        if (++nodes > MOST_NODES) {
            if (nodes == MOST_NODES + 1) {
                findings.add(pointer, "is one node too many; a rule has at most " + MOST_NODES);
            }
            return null;
        }
        if (!json.isObject() || json.size() != 1) {
            findings.add(pointer, "is an object with exactly one of " + Findings.list(subject.kinds));
            return null;
        }
        String kind = json.fieldNames().next();
        String inside = Findings.child(pointer, kind);
        if (!subject.kinds.contains(kind)) {
            findings.add(inside, "is no node known here; allowed are " + Findings.list(subject.kinds));
            return null;
        }
        JsonNode content = json.path(kind);
        return switch (kind) {
            case "and" -> and(content, inside, subject, level);
            case "or" -> or(content, inside, subject, level);
            case "not" -> not(content, inside, subject, level);
            case "attribute" -> attribute(content, inside, subject);
            case "events" -> events.read(content, inside, level);
            case "absence" -> events.absence(content, inside, level);
            case "sequence" -> events.sequence(content, inside, level);
            case "held" -> held(content, inside, level);
            case "bucket" -> bucket(content, inside);
            case "segment" -> references.segment(content, inside);
            case "list" -> references.list(content, inside);
            case "percentile" -> references.percentile(content, inside, level);
            default -> throw new IllegalStateException("kind " + kind + " is allowed but not read");
        };
    }

    private @Nullable Rule and(JsonNode json, String pointer, Subject subject, int level) {
        List<Rule> parts = parts(json, pointer, subject, level);
        return parts == null ? null : new Rule.And(parts);
    }

    private @Nullable Rule or(JsonNode json, String pointer, Subject subject, int level) {
        List<Rule> parts = parts(json, pointer, subject, level);
        return parts == null ? null : new Rule.Or(parts);
    }

    private @Nullable Rule not(JsonNode json, String pointer, Subject subject, int level) {
        Rule part = node(json, pointer, subject, level + 1);
        return part == null ? null : new Rule.Not(part);
    }

    private @Nullable List<Rule> parts(JsonNode json, String pointer, Subject subject, int level) {
        if (!json.isArray() || json.isEmpty()) {
            findings.add(pointer, "is an array of at least one node, each one of " + Findings.list(subject.kinds));
            return null;
        }
        List<Rule> parts = new ArrayList<>();
        for (int i = 0; i < json.size() && nodes <= MOST_NODES; i++) {
            Rule part = node(json.path(i), pointer + "/" + i, subject, level + 1);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.size() == json.size() ? parts : null;
    }

    private @Nullable Rule attribute(JsonNode json, String pointer, Subject subject) {
        if (!findings.isObject(json, pointer, FieldTestReader.MEMBERS)) {
            return null;
        }
        String path = findings.text(json, "path", pointer);
        if (path != null) {
            path = known(path, pointer + "/path", subject);
        }
        FieldTest test = tests.read(json, pointer, subject);
        Currency currency = tests.currency(json, pointer, subject, test);
        return path == null || test == null ? null : new Rule.Attribute(path, test, currency);
    }

    private @Nullable String known(String path, String pointer, Subject subject) {
        boolean known = switch (subject) {
            case CLIENT, CLIENT_IN_THE_PAST -> ClientFields.has(path);
            case ACTIVITY -> ACTIVITY_FIELD.matcher(path).matches();
        };
        if (known) {
            return path;
        }
        findings.add(
                pointer,
                switch (subject) {
                    case CLIENT, CLIENT_IN_THE_PAST ->
                        "is no field of a client; allowed are " + Findings.list(ClientFields.OF_RECORD)
                                + " and attributes.<name>, consents.<purpose>, consents.<purpose>.<CHANNEL> and models.<model id>.<score>";
                    case ACTIVITY ->
                        "is no name of an activity's field: a letter, then letters, digits, - and _, at most 64";
                });
        return null;
    }

    private @Nullable Rule held(JsonNode json, String pointer, int level) {
        if (!findings.isObject(json, pointer, List.of("rule", "for"))) {
            return null;
        }
        Rule part = node(json.path("rule"), pointer + "/rule", Subject.CLIENT_IN_THE_PAST, level + 1);
        Span span = findings.span(json.path("for"), pointer + "/for");
        return part == null || span == null ? null : new Rule.Held(part, span);
    }

    private @Nullable Rule bucket(JsonNode json, String pointer) {
        if (!findings.isObject(json, pointer, List.of("seed", "from", "to"))) {
            return null;
        }
        String seed = findings.text(json, "seed", pointer);
        BigDecimal from = percent(json, "from", pointer);
        BigDecimal to = percent(json, "to", pointer);
        if (from != null && to != null && from.compareTo(to) >= 0) {
            findings.add(pointer, "has from below to");
            return null;
        }
        return seed == null || from == null || to == null ? null : new Rule.Bucket(seed, from, to);
    }

    private @Nullable BigDecimal percent(JsonNode json, String name, String pointer) {
        BigDecimal percent = Findings.decimalIn(json.path(name));
        if (percent == null
                || percent.signum() < 0
                || percent.compareTo(HUNDRED) > 0
                || percent.stripTrailingZeros().scale() > 2) {
            findings.add(pointer + "/" + name, "is per cent, from 0 to 100 with at most two decimals");
            return null;
        }
        return percent;
    }
}
