package io.clientele.accountplan.health;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the health of a plan is made of; the first four are about the plan, the others about the client. */
@Schema(description = """
        About the plan: OBJECTIVES on track / all that count; SIGN_OFFS signed / required; FRESHNESS 100 until the review is due, \
        then falling to 0 within another cadence; PREREQUISITES met or not overdue / all of open opportunities. About the client: \
        COVERAGE roles covered / required; RETURN on capital / hurdle, from 0 to 100.""")
public enum HealthComponent {
    /** Objectives on track / all that are neither deferred nor cancelled. */
    OBJECTIVES(true),
    /** Signed / required sections. */
    SIGN_OFFS(true),
    /** 100 until the review is due, 0 a whole cadence later. */
    FRESHNESS(true),
    /** Prerequisites of open opportunities that are met or not overdue / all of them. */
    PREREQUISITES(true),
    /** Required roles covered / all of them, over all countries. */
    COVERAGE(false),
    /** Return on capital / hurdle, not below 0 and not above 1. */
    RETURN(false);

    private final boolean ofPlan;

    HealthComponent(boolean ofPlan) {
        this.ofPlan = ofPlan;
    }

    /** Whether it is about the plan; else it is about the client. */
    public boolean ofPlan() {
        return ofPlan;
    }
}
