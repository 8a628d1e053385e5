package io.clientele.accountplan;

import static java.util.Map.entry;

import io.clientele.accountplan.watch.Watching;
import java.util.Map;

/**
 * An approved plan with one of every part.
 *
 * @param ids of the resources, by path parameter
 */
record EveryResource(Scene scene, Map<String, String> ids) {

    static final String WALLET = """
            {"productLine": "payments", "geography": "CZ", "holder": "UNKNOWN", "spend": {"amount": "1000.00", "currency": "EUR"},
             "blocked": false, "method": "interview", "confidence": "LOW", "estimatedOn": "2026-01-15"}""";

    static EveryResource of(KnownClients clients, Watching watching) {
        Scene scene = Scene.of(clients);
        String plan = scene.openPlan();
        String priority = added(scene, plan + "/priorities", "{\"title\": \"Lead bank\", \"rank\": 1}");
        String objective = scene.addObjective(plan, scene.soundObjective());
        String contribution = added(
                scene,
                plan + "/contributions",
                "{\"productLine\": \"lending\", \"specialist\": \"%s\"}".formatted(scene.specialist()));
        String facility = "F-" + scene.client();
        MoneyFacts.exampleFacility(scene.client(), facility, "EUR").statusCode(201);
        String estimate = added(scene, "/v1/clients/" + scene.client() + "/wallet-estimates", WALLET);
        String client = "/v1/clients/" + scene.client();
        String contact = added(scene, client + "/contacts", Parts.CONTACT.formatted("CZ"));
        String report = added(scene, client + "/call-reports", Parts.CALL_REPORT.formatted("2026-01-15", id(contact)));
        String opportunity = added(scene, plan + "/opportunities", Parts.OPPORTUNITY.formatted("2027-09-01"));
        String prerequisite =
                added(scene, opportunity + "/prerequisites", Parts.prerequisite("KYC", "KYC", 10, scene.manager()));
        String commitment =
                added(scene, plan + "/commitments", Parts.COMMITMENT.formatted("payments", "BANK_CONDITION"));
        String action = added(scene, plan + "/actions", Parts.ACTION.formatted(scene.manager(), "2026-04-30"));
        String budgetLine = added(scene, plan + "/budget-lines", Parts.BUDGET_LINE);
        String swotItem = added(scene, plan + "/swot-items", Parts.SWOT_ITEM);
        String cover = added(scene, "/v1/book-covers", """
                {"manager": "%s", "deputy": "somebody-on-duty", "lastDay": "%s", "reason": "Summer holiday"}""".formatted(
                        scene.manager(),
                        java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3)));
        String override = added(
                scene,
                "/v1/key-accounts/" + scene.client() + "/overrides",
                Parts.OVERRIDE.formatted(
                        java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3)));
        MoneyFacts.facility(scene.client(), "X-" + scene.client(), "100.00", "120.00", "2026-01-01T00:00:00Z");
        watching.look();
        String alert = scene.asManager().get("/v1/alerts?kind=LIMIT_EXCESS").path("items[0].id");
        String step = scene.command(scene.asManager(), plan, "submissions").header("Location");
        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);
        return new EveryResource(
                scene,
                Map.ofEntries(
                        entry("clientId", scene.client()),
                        entry("planId", id(plan)),
                        entry("priorityId", id(priority)),
                        entry("objectiveId", id(objective)),
                        entry("contributionId", id(contribution)),
                        entry("stepId", id(step)),
                        entry("number", "1"),
                        entry("facilityId", facility),
                        entry("walletEstimateId", id(estimate)),
                        entry("contactId", id(contact)),
                        entry("callReportId", id(report)),
                        entry("opportunityId", id(opportunity)),
                        entry("prerequisiteId", id(prerequisite)),
                        entry("commitmentId", id(commitment)),
                        entry("actionId", id(action)),
                        entry("budgetLineId", id(budgetLine)),
                        entry("swotItemId", id(swotItem)),
                        entry("coverId", id(cover)),
                        entry("manager", scene.manager()),
                        entry("overrideId", id(override)),
                        entry("alertId", alert)));
    }

    private static String added(Scene scene, String path, String body) {
        return scene.asManager()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
