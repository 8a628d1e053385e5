package io.clientele.analytics.segments.rules;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What is measured over the activities of an {@code events} node.
 *
 * @param aggregation how values are put together
 * @param field the activity's field that is measured; null exactly for {@link Aggregation#COUNT}
 * @param currency the currency amounts are measured in, converted from the one the activity's field {@code currency} states;
 *     null = a plain number
 * @param ratesOn the day whose rates convert; null = of each amount the day it happened
 */
public record Measure(
        Aggregation aggregation,
        @Nullable String field,
        @Nullable Currency currency,
        @Nullable LocalDate ratesOn) {

    public Measure {
        if ((aggregation == Aggregation.COUNT) != (field == null)) {
            throw new IllegalArgumentException("count has no field, every other aggregation needs one");
        }
        if (aggregation.counts() && currency != null) {
            throw new IllegalArgumentException("a number of things has no currency");
        }
        if (currency == null && ratesOn != null) {
            throw new IllegalArgumentException("rates need a currency to convert to");
        }
    }

    /** Amounts are converted by the rates of the day they happened. */
    public Measure(Aggregation aggregation, @Nullable String field, @Nullable Currency currency) {
        this(aggregation, field, currency, null);
    }
}
