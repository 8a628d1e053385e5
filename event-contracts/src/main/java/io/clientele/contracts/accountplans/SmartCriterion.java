package io.clientele.contracts.accountplans;

/** A letter of the SMART check. */
public enum SmartCriterion {
    /** Client or entity, product, geography and owner are named. */
    SPECIFIC,
    /** Unit, dated baseline, target, direction and source are given. */
    MEASURABLE,
    /** The growth is within reach or was justified. */
    ATTAINABLE,
    /** Linked to a priority, with its prerequisites and resources. */
    REALISTIC,
    /** Start, due date and milestones lie within the plan. */
    TIMELY
}
