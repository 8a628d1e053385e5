package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Aggregation;
import io.clientele.analytics.segments.rules.Comparison;
import io.clientele.analytics.segments.rules.DecimalTest;
import io.clientele.analytics.segments.rules.Measure;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The running measure of the activities inside a window. Activities come and go in any order; what it says depends only
 * on which are in.
 */
final class Tally {

    private static final MathContext SHOWN_MEAN = new MathContext(20, RoundingMode.HALF_EVEN);

    private final Measure measure;
    private final DecimalTest comparison;
    private final Conversion conversion;
    private int activities;
    private int amounts;
    private BigDecimal sum = BigDecimal.ZERO;
    private final TreeMap<BigDecimal, Integer> ordered = new TreeMap<>();
    private final Map<Value, Integer> different = new HashMap<>();
    private final Map<String, Integer> currencies = new HashMap<>();
    private final TreeMap<String, Integer> errors = new TreeMap<>();

    Tally(Measure measure, DecimalTest comparison, Conversion conversion) {
        this.measure = measure;
        this.comparison = comparison;
        this.conversion = conversion;
    }

    /** How many activities there are, against a number. */
    static Tally counting(Comparison comparison, int number) {
        return new Tally(
                new Measure(Aggregation.COUNT, null, null),
                new DecimalTest(comparison, BigDecimal.valueOf(number)),
                new Conversion(Rates.NONE, ZoneOffset.UTC));
    }

    void add(ActivityFilter.Candidate candidate) {
        move(candidate, 1);
    }

    void remove(ActivityFilter.Candidate candidate) {
        move(candidate, -1);
    }

    /** Whether the measure passes the comparison; undetermined while an activity inside is in error. */
    Outcome outcome() {
        if (error() != null) {
            return Outcome.UNDETERMINED;
        }
        if (measure.aggregation() == Aggregation.AVG) {
            return Outcome.of(amounts > 0 && comparison.passesMean(sum, amounts));
        }
        BigDecimal value = measured();
        return Outcome.of(value != null && comparison.passes(value));
    }

    /** The measure as shown, a mean rounded half-even to 20 digits; null when there is none. */
    @Nullable
    BigDecimal measured() {
        if (error() != null) {
            return null;
        }
        return switch (measure.aggregation()) {
            case COUNT -> BigDecimal.valueOf(activities);
            case SUM -> sum;
            case AVG -> amounts == 0 ? null : sum.divide(BigDecimal.valueOf(amounts), SHOWN_MEAN);
            case MIN -> ordered.isEmpty() ? null : ordered.firstKey();
            case MAX -> ordered.isEmpty() ? null : ordered.lastKey();
            case DISTINCT -> BigDecimal.valueOf(different.size());
        };
    }

    /** What keeps the measure from an answer; null = nothing. */
    @Nullable
    String error() {
        if (!errors.isEmpty()) {
            return errors.firstKey();
        }
        if (currencies.size() > 1) {
            return "field " + measure.field() + " is in several currencies ("
                    + String.join(", ", new TreeMap<>(currencies).keySet()) + "); the rule must name one";
        }
        return null;
    }

    private void move(ActivityFilter.Candidate candidate, int by) {
        if (candidate.doubt() != null) {
            count(errors, candidate.doubt(), by);
            return;
        }
        Activity activity = candidate.activity();
        activities += by;
        String field = measure.field();
        Value value = field == null ? null : activity.fields().get(field);
        if (value == null) {
            return;
        }
        switch (measure.aggregation()) {
            case COUNT -> {}
            case DISTINCT -> count(different, value, by);
            case SUM, AVG, MIN, MAX -> moveAmount(activity, value, by);
        }
    }

    private void moveAmount(Activity activity, Value value, int by) {
        BigDecimal amount = FieldTests.decimal(value);
        if (amount == null) {
            count(errors, "field " + measure.field() + " of activity " + activity.sourceId() + " is no decimal", by);
            return;
        }
        String stated = Conversion.currencyOf(activity);
        if (measure.currency() != null) {
            Conversion.Converted converted =
                    conversion.convert(activity, amount, measure.currency(), measure.ratesOn());
            if (converted.error() != null) {
                count(errors, converted.error(), by);
            }
            amount = converted.amount();
            if (amount == null) {
                return;
            }
        } else if (stated != null) {
            count(currencies, stated, by);
        }
        amounts += by;
        sum = by > 0 ? sum.add(amount) : sum.subtract(amount);
        if (measure.aggregation() == Aggregation.MIN || measure.aggregation() == Aggregation.MAX) {
            count(ordered, amount, by);
        }
    }

    private static <K> void count(Map<K, Integer> counts, K key, int by) {
        counts.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
    }
}
