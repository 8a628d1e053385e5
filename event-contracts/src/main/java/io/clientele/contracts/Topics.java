package io.clientele.contracts;

import java.util.List;

/** The Kafka topics of Clientele. Every topic has a twin {@code <topic>.dead-letter}. */
public final class Topics {

    /** Facts about clients, consents and profiles, kept by time; published by client-analytics-service. */
    public static final String CLIENTS = "clientele.clients.v1";

    /** The full record of each client, compacted; an erased client is a tombstone. */
    public static final String CLIENT_STATES = "clientele.client-states.v1";

    /** Segment governance and membership; published by client-analytics-service. */
    public static final String SEGMENTS = "clientele.segments.v1";

    /** Targeted programmes and contacts; published by client-analytics-service. */
    public static final String MARKETING = "clientele.marketing.v1";

    /** Key accounts and account plans; published by account-plan-service. */
    public static final String ACCOUNT_PLANS = "clientele.account-plans.v1";

    /** Loyalty programmes, members, points; published by loyalty-service. */
    public static final String LOYALTY = "clientele.loyalty.v1";

    /** Client events, feedback and information; published by loyalty-service. */
    public static final String ENGAGEMENT = "clientele.engagement.v1";

    /** Inbound: client master records from the bank's systems. */
    public static final String CLIENT_RECORDS = "clientele.client-records.v1";

    /** Inbound: client activity from the bank's systems. */
    public static final String CLIENT_ACTIVITY = "clientele.client-activity.v1";

    /** Inbound: credit facilities with their risk figures from the bank's systems. */
    public static final String CREDIT_POSITIONS = "clientele.credit-positions.v1";

    /** Inbound: monthly revenue by client and product line from the bank's ledger. */
    public static final String REVENUES = "clientele.revenues.v1";

    /** Inbound: dated reference rates of currencies. */
    public static final String REFERENCE_RATES = "clientele.reference-rates.v1";

    /** Every topic there is, dead letters aside. */
    public static final List<String> ALL = List.of(
            CLIENTS,
            CLIENT_STATES,
            SEGMENTS,
            MARKETING,
            ACCOUNT_PLANS,
            LOYALTY,
            ENGAGEMENT,
            CLIENT_RECORDS,
            CLIENT_ACTIVITY,
            CREDIT_POSITIONS,
            REVENUES,
            REFERENCE_RATES);

    private Topics() {}

    /** The topic that keeps the records of {@code topic} which a consumer could not take. */
    public static String deadLetterOf(String topic) {
        return topic + ".dead-letter";
    }
}
