package io.clientele.analytics.consents;

/** What a client said. */
public enum Decision {
    /** Consented. */
    GIVEN,
    /** Withdrew, or opted out without having consented. */
    WITHDRAWN
}
