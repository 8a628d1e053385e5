package io.clientele.analytics.segments.rules;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What is measured over the activities of an {@code events} node.
 *
 * @param aggregation how values are put together
 * @param field the activity's field that is measured; null exactly for {@link Aggregation#COUNT}
 * @param currency the currency amounts must be in, stated in the activity's field {@code currency}; null = a plain number
 */
public record Measure(
        Aggregation aggregation,
        @Nullable String field,
        @Nullable Currency currency) {

    public Measure {
        if ((aggregation == Aggregation.COUNT) != (field == null)) {
            throw new IllegalArgumentException("count has no field, every other aggregation needs one");
        }
        if (aggregation.counts() && currency != null) {
            throw new IllegalArgumentException("a number of things has no currency");
        }
    }
}
