package io.clientele.platform.caller;

/** The roles of the bank's people and systems, as they appear in a token. */
public final class Roles {

    /** Plans the accounts of the own clients. */
    public static final String RELATIONSHIP_MANAGER = "relationship-manager";

    /** Contributes a product line's part to a plan. */
    public static final String PRODUCT_SPECIALIST = "product-specialist";

    /** Approves, and sees the book of the led teams. */
    public static final String TEAM_LEADER = "team-leader";

    /** Serves any one client by id; sees no lists. */
    public static final String SERVICE_AGENT = "service-agent";

    /** Segments, models and measures. */
    public static final String ANALYST = "analyst";

    /** Runs targeted programmes. */
    public static final String PROGRAMME_MANAGER = "programme-manager";

    /** Works a loyalty programme. */
    public static final String LOYALTY_OPERATOR = "loyalty-operator";

    /** Approves what a loyalty operator proposes. */
    public static final String LOYALTY_APPROVER = "loyalty-approver";

    /** Closes periods, exports journals. */
    public static final String FINANCE = "finance";

    /** Guards conduct rules. */
    public static final String COMPLIANCE = "compliance";

    /** Reads all, changes nothing. */
    public static final String AUDITOR = "auditor";

    /** The client in person: own membership, statements, answers and consents only. */
    public static final String CLIENT = "client";

    /** A system of the bank that delivers data. */
    public static final String SYSTEM = "system";

    private Roles() {}
}
