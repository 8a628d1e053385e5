package io.clientele.accountplan.keyaccount;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a review says about a client. */
@Schema(description = """
        SELECTED: a key account by its score. INCLUDED: by an override. EXCLUDED: none, by an override. GATED: stopped at a \
        gate. NOT_SCORED: a figure is missing, so that nothing changes. BELOW_THRESHOLD: scores too low. OVER_CAPACITY: its \
        manager looks after as many as may be. HELD: a key account by another model.""")
public enum Outcome {
    /** A key account by its score. */
    SELECTED,
    /** A key account by an override. */
    INCLUDED,
    /** None, by an override. */
    EXCLUDED,
    /** Stopped at a gate. */
    GATED,
    /** A figure is missing: nothing changes. */
    NOT_SCORED,
    /** The score is too low. */
    BELOW_THRESHOLD,
    /** Its manager looks after as many as may be. */
    OVER_CAPACITY,
    /** A key account by another model: nothing changes. */
    HELD
}
