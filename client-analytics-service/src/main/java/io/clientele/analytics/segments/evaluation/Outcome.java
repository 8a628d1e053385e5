package io.clientele.analytics.segments.evaluation;

/** What a node says of a client: Kleene's three values, so that an error is seen unless it cannot matter. */
public enum Outcome {
    HOLDS,
    FAILS,
    /** Cannot be told: an input is in error. */
    UNDETERMINED;

    static Outcome of(boolean holds) {
        return holds ? HOLDS : FAILS;
    }

    Outcome negated() {
        return switch (this) {
            case HOLDS -> FAILS;
            case FAILS -> HOLDS;
            case UNDETERMINED -> UNDETERMINED;
        };
    }
}
