package io.clientele.analytics.segments.rules;

import java.util.Locale;

/** What is measured over activities. */
public enum Aggregation {
    /** How many there are. */
    COUNT,
    /** The sum of a field; of none it is 0. */
    SUM,
    /** The mean of a field; of none there is no value, and no comparison holds. */
    AVG,
    /** The least of a field; of none there is no value, and no comparison holds. */
    MIN,
    /** The greatest of a field; of none there is no value, and no comparison holds. */
    MAX,
    /** How many different values a field has. */
    DISTINCT;

    /** The word of the rule language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the result is a number of things, so never negative and never broken. */
    public boolean counts() {
        return this == COUNT || this == DISTINCT;
    }
}
