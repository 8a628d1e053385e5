package io.clientele.accountplan;

import io.restassured.specification.RequestSpecification;

/** Bodies of the living parts of a plan and of the facts about a client, and how they are sent. */
final class Parts {

    static final String OPPORTUNITY = """
            {"title": "Payments hub for the Asian entities", "productLine": "cash-management", "geography": "SG",
             "amount": {"amount": "400000.00", "currency": "EUR"}, "probability": 60, "expectedRfpOn": "%s",
             "competitors": ["Banka A"], "bidTeam": ["ps-dvorak"]}""";

    static final String COMMITMENT = """
            {"facilityId": "F-1", "productLine": "%s", "promised": {"amount": "1200.00", "currency": "EUR"},
             "fromOn": "2026-01-01", "toOn": "2026-12-31", "origin": "%s"}""";

    static final String ACTION = """
            {"title": "Send the pooling proposal", "owner": "%s", "dueOn": "%s"}""";

    static final String BUDGET_LINE = """
            {"productLine": "cash-management", "year": 2026, "amount": {"amount": "1000.00", "currency": "EUR"}}""";

    static final String SWOT_ITEM = """
            {"kind": "STRENGTH", "statement": "Lead lender since 2019", "evidence": "Facility agreement", "accepted": false}""";

    static final String CONTACT = """
            {"name": "Tan Mei Ling", "email": "mei.ling@example.com", "function": "Group treasurer", "country": "%s",
             "decisionRole": "DECISION_MAKER", "disposition": "SUPPORTER", "owner": "rm-novak"}""";

    static final String CALL_REPORT = """
            {"purpose": "Pooling", "heldOn": "%s", "contactIds": ["%s"], "outcome": "They will ask in September.",
             "nextAction": "Send the proposal", "nextActionOwner": "rm-novak", "nextActionDueOn": "2026-02-15",
             "confidentialNotes": "The treasurer leaves in June."}""";

    static final String OVERRIDE = """
            {"kind": "INCLUDE", "reason": "The group moves its treasury to us", "validUntil": "%s"}""";

    private Parts() {}

    static String prerequisite(String title, String kind, int days, String owner, String... dependsOn) {
        return """
                {"title": "%s", "kind": "%s", "owner": "%s", "blocker": true, "days": %d, "dueOn": "2026-06-30", "dependsOn": [%s]}""".formatted(
                        title,
                        kind,
                        owner,
                        days,
                        String.join(
                                ",",
                                java.util.Arrays.stream(dependsOn)
                                        .map(id -> '"' + id + '"')
                                        .toList()));
    }

    /** Posts; the path of what was made. */
    static String added(RequestSpecification caller, String path, String body) {
        return caller.body(body).post(path).then().statusCode(201).extract().header("Location");
    }

    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
