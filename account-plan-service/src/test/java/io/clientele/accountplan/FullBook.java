package io.clientele.accountplan;

import java.util.ArrayList;
import java.util.List;

/**
 * The book of one manager with several of everything.
 *
 * @param collections paths of the collections that hold several items
 */
record FullBook(List<String> collections) {

    static FullBook of(Scene scene, KnownClients clients, int many) {
        List<String> collections = new ArrayList<>(List.of("/v1/clients", "/v1/account-plans", "/v1/key-accounts"));
        String client = "/v1/clients/" + scene.client();
        String plan = scene.openPlan();
        keyAccount(scene, scene.client());
        for (int i = 1; i < many; i++) {
            Scene other = Scene.of(clients);
            clients.update(
                    KnownClients.company(other.client(), scene.manager(), scene.team()),
                    2,
                    java.time.Instant.parse("2025-12-01T00:00:00Z"),
                    "core-banking");
            scene.asManager()
                    .body(scene.newPlan(Scene.YEAR_2026).replace(scene.client(), other.client()))
                    .post("/v1/account-plans")
                    .then()
                    .statusCode(201);
            keyAccount(scene, other.client());
        }
        String opportunity =
                Parts.added(scene.asManager(), plan + "/opportunities", Parts.OPPORTUNITY.formatted("2027-09-01"));
        String contact = Parts.added(scene.asManager(), client + "/contacts", Parts.CONTACT.formatted("CZ"));
        List<String> lines = List.of("lending", "payments", "custody", "cards");
        for (int i = 0; i < many; i++) {
            added(scene, collections, plan + "/priorities", "{\"title\": \"Lead bank %d\", \"rank\": 1}".formatted(i));
            added(scene, collections, plan + "/objectives", scene.soundObjective());
            added(
                    scene,
                    collections,
                    plan + "/contributions",
                    "{\"productLine\": \"%s\", \"specialist\": \"%s\"}".formatted(lines.get(i), scene.specialist()));
            added(scene, collections, plan + "/budget-lines", Parts.BUDGET_LINE);
            added(scene, collections, plan + "/swot-items", Parts.SWOT_ITEM);
            added(scene, collections, client + "/wallet-estimates", EveryResource.WALLET);
            added(scene, collections, plan + "/opportunities", Parts.OPPORTUNITY.formatted("2027-09-01"));
            added(
                    scene,
                    collections,
                    opportunity + "/prerequisites",
                    Parts.prerequisite("KYC", "KYC", 10, scene.manager()));
            added(scene, collections, plan + "/commitments", Parts.COMMITMENT.formatted("payments", "EXPECTATION"));
            added(scene, collections, plan + "/actions", Parts.ACTION.formatted(scene.manager(), "2026-04-30"));
            added(scene, collections, client + "/contacts", Parts.CONTACT.formatted("CZ"));
            added(
                    scene,
                    collections,
                    client + "/call-reports",
                    Parts.CALL_REPORT.formatted("2026-01-15", Parts.id(contact)));
            MoneyFacts.exampleFacility(scene.client(), "F-" + i + scene.client(), "EUR")
                    .statusCode(201);
            MoneyFacts.revenue(scene.client(), lines.get(i), "2025-12-01", "10.00", "EUR")
                    .statusCode(201);
            MoneyFacts.rate("CHF", "2026-01-%02d".formatted(i + 10), "0.94").statusCode(201);
        }
        collections.add(client + "/credit-facilities");
        collections.add(client + "/revenues");
        collections.add("/v1/fx-rates");
        collections.add("/v1/tasks");
        return new FullBook(collections.stream().distinct().toList());
    }

    private static void keyAccount(Scene scene, String client) {
        String override = Parts.added(
                scene.asManager(),
                "/v1/key-accounts/" + client + "/overrides",
                Parts.OVERRIDE.formatted(
                        java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3)));
        scene.asLeader()
                .header("If-Match", "*")
                .post(override + "/approvals")
                .then()
                .statusCode(201);
    }

    private static void added(Scene scene, List<String> collections, String path, String body) {
        scene.asManager().body(body).post(path).then().statusCode(201);
        collections.add(path);
    }
}
