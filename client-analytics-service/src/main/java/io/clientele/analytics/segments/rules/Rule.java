package io.clientele.analytics.segments.rules;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a segment: a tree of conditions over a client's record, activity and other memberships. Built by
 * {@link RuleReader}; an instance is always legal.
 */
public sealed interface Rule {

    /** The word of the rule language. */
    default String kind() {
        return switch (this) {
            case And and -> "and";
            case Or or -> "or";
            case Not not -> "not";
            case Attribute attribute -> "attribute";
            case Events events -> "events";
            case Absence absence -> "absence";
            case Sequence sequence -> "sequence";
            case Held held -> "held";
            case Segment segment -> "segment";
            case Bucket bucket -> "bucket";
            case Listed list -> "list";
            case Percentile percentile -> "percentile";
        };
    }

    /** Every part holds. At least one part. */
    record And(List<Rule> parts) implements Rule {
        public And {
            parts = atLeastOne(parts);
        }
    }

    /** Some part holds. At least one part. */
    record Or(List<Rule> parts) implements Rule {
        public Or {
            parts = atLeastOne(parts);
        }
    }

    /** The part does not hold. */
    record Not(Rule part) implements Rule {}

    /**
     * A field passes a test: of the client's record, or of an activity inside {@link Events#where}.
     *
     * @param path a path of {@link ClientFields}, or a field name of the activity
     * @param currency of an activity's amount: what it is converted to, by the rates of the day it happened, before it is
     *     compared; null = as it is
     */
    record Attribute(String path, FieldTest test, @Nullable Currency currency) implements Rule {

        /** The field as it is. */
        public Attribute(String path, FieldTest test) {
            this(path, test, null);
        }
    }

    /**
     * A measure over the client's activities of one type passes a threshold.
     *
     * @param type activity type
     * @param where which of them count, made of {@code and}, {@code or}, {@code not} and {@code attribute}; null = all
     * @param measure what is measured
     * @param window when they must have happened
     * @param comparison how the measure stands to the threshold
     */
    record Events(String type, @Nullable Rule where, Measure measure, Window window, DecimalTest comparison)
            implements Rule {}

    /** No such activity is inside the window. */
    record Absence(Matching of, Window window) implements Rule {}

    /** A {@code then} inside the window came after a {@code first}, later and at most {@code within} later. */
    record Sequence(Matching first, Matching then, Span within, Window window) implements Rule {}

    /** The part holds, and has held without a break for {@code span}. The part refers to no segment. */
    record Held(Rule part, Span span) implements Rule {}

    /** The client is a member of another segment. */
    record Segment(UUID id) implements Rule {}

    /**
     * The client falls into a share of all clients, drawn by a hash: the same one at any time, and independent between
     * seeds.
     *
     * @param seed names the draw
     * @param from where the share begins, in per cent, 0 to 100
     * @param to where it ends, excluded; above {@code from}
     */
    record Bucket(String seed, BigDecimal from, BigDecimal to) implements Rule {
        public Bucket {
            from = Decimals.plain(from);
            to = Decimals.plain(to);
        }
    }

    /** The client is on an uploaded list, in its version in force. */
    record Listed(UUID id) implements Rule {}

    /** The client's value lies in a share of those ranked, by the cut points in force. */
    record Percentile(Ranking ranking, Share share) implements Rule {}

    private static List<Rule> atLeastOne(List<Rule> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("at least one part");
        }
        return List.copyOf(parts);
    }
}
