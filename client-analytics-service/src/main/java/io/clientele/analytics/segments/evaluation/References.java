package io.clientele.analytics.segments.evaluation;

/**
 * The dated reference inputs of an evaluation: what is neither in a client's history nor decided by a segment.
 *
 * @param rates by which amounts are converted
 */
public record References(Rates rates) {

    /** None of any kind. */
    public static final References NONE = new References(Rates.NONE);
}
