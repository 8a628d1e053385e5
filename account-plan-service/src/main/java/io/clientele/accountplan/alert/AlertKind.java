package io.clientele.accountplan.alert;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What asks for attention. */
@Schema(description = "What asks for attention.")
public enum AlertKind {
    /** More is drawn than may be. */
    LIMIT_EXCESS,
    /** A facility matures within 30 days. */
    MATURITY_30_DAYS,
    /** A facility matures within 60 days. */
    MATURITY_60_DAYS,
    /** A facility matures within 90 days. */
    MATURITY_90_DAYS,
    /** A covenant was broken. */
    COVENANT_BREACHED,
    /** A covenant is to be tested within 30 days, or should have been. */
    COVENANT_DUE,
    /** A required role is not covered in a country. */
    COVERAGE_GAP,
    /** Promised business falls short. */
    COMMITMENT_SHORT,
    /** A bid will not be ready in time. */
    OPPORTUNITY_AT_RISK,
    /** An objective is open past its day. */
    OBJECTIVE_OVERDUE,
    /** An action is open past its day. */
    ACTION_OVERDUE,
    /** The review of a plan is overdue. */
    PLAN_STALE,
    /** The client as a whole earns less than the hurdle on its capital. */
    BELOW_HURDLE,
    /** A section of a specialist is not signed past its day. */
    CONTRIBUTION_OVERDUE,
    /** A facility was rated down within 90 days. */
    RATING_DOWN,
    /** The KYC check of the client is out of date, or was not passed. */
    KYC_EXPIRED
}
