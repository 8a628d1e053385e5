package io.clientele.analytics.segments.rules;

import java.util.Locale;

/** How two ordered values stand to each other. */
public enum Comparison {
    GTE,
    GT,
    LTE,
    LT,
    EQ;

    /** The word of the rule language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a value is in this relation to another.
     *
     * @param order what {@code value.compareTo(other)} answers
     */
    public boolean holds(int order) {
        return switch (this) {
            case GTE -> order >= 0;
            case GT -> order > 0;
            case LTE -> order <= 0;
            case LT -> order < 0;
            case EQ -> order == 0;
        };
    }
}
