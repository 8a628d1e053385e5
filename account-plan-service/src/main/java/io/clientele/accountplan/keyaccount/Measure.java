package io.clientele.accountplan.keyaccount;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a criterion looks at. Amounts are in the reference currency at the rates of the review's day. */
@Schema(description = """
        REVENUE: of the twelve whole months before the day. REVENUE_GROWTH: against the twelve months before those, percent. \
        CREDIT_LIMIT: of the facilities that are no sub-limits. WALLET: estimated yearly spend that is not blocked. \
        PRODUCT_LINES: those that brought revenue in the twelve months. RELATIONSHIP_YEARS: whole years. \
        ANCILLARY_RATIO: part of revenue beside credit, percent.""")
public enum Measure {
    /** Revenue of the twelve whole months before the day. */
    REVENUE,
    /** That revenue against the twelve months before, percent; unknown from nothing. */
    REVENUE_GROWTH,
    /** Limits of the facilities that are no sub-limits. */
    CREDIT_LIMIT,
    /** Estimated spend of a year that is not blocked. */
    WALLET,
    /** How many product lines brought revenue in the twelve months. */
    PRODUCT_LINES,
    /** Whole years since the relationship began. */
    RELATIONSHIP_YEARS,
    /** Ancillary / total revenue of the twelve months, percent. */
    ANCILLARY_RATIO
}
