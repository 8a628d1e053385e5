package io.clientele.contracts.segments;

/** Why a client moved in or out of a segment. */
public enum MembershipCause {
    /** An activity of the client. */
    ACTIVITY,
    /** A change of the client's record. */
    RECORD_CHANGE,
    /** A window of the rule slid past an activity, or a date was reached. */
    TIME,
    /** A version of the segment was activated, or the segment was retired. */
    RULE_CHANGE,
    /** New exchange rates, cut points or lists, or a move in or out of a segment the rule refers to. */
    REFERENCE_CHANGE
}
