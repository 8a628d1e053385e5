package io.clientele.contracts;

import java.util.List;

/** Who sends and receives what: the one table the AsyncAPI documents are made from. */
enum PublishingService {
    CLIENT_ANALYTICS(
            "client-analytics-service",
            "Owns the client record, takes client activity, keeps segments and runs targeted programmes.",
            List.of(Topics.CLIENTS, Topics.CLIENT_STATES, Topics.SEGMENTS, Topics.MARKETING, Topics.CLIENT_ACTIVITY),
            List.of(Topics.CLIENT_RECORDS, Topics.CLIENT_ACTIVITY, Topics.REFERENCE_RATES)),
    ACCOUNT_PLAN(
            "account-plan-service",
            "Owns key accounts and their account plans.",
            List.of(Topics.ACCOUNT_PLANS),
            List.of(Topics.CLIENTS, Topics.CREDIT_POSITIONS, Topics.REVENUES, Topics.REFERENCE_RATES)),
    LOYALTY(
            "loyalty-service",
            "Owns loyalty programmes, members and points, and client events.",
            List.of(Topics.LOYALTY, Topics.ENGAGEMENT),
            List.of(Topics.CLIENTS, Topics.SEGMENTS, Topics.CLIENT_ACTIVITY));

    private final String serviceName;
    private final String purpose;
    private final List<String> sends;
    private final List<String> receives;

    PublishingService(String serviceName, String purpose, List<String> sends, List<String> receives) {
        this.serviceName = serviceName;
        this.purpose = purpose;
        this.sends = sends;
        this.receives = receives;
    }

    String serviceName() {
        return serviceName;
    }

    String purpose() {
        return purpose;
    }

    List<String> sends() {
        return sends;
    }

    List<String> receives() {
        return receives;
    }
}
