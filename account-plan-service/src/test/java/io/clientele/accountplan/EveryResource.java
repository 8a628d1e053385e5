package io.clientele.accountplan;

import java.util.Map;

/**
 * An approved plan with one of every part.
 *
 * @param ids of the resources, by path parameter
 */
record EveryResource(Scene scene, Map<String, String> ids) {

    static EveryResource of(KnownClients clients) {
        Scene scene = Scene.of(clients);
        String plan = scene.openPlan();
        String priority = added(scene, plan + "/priorities", "{\"title\": \"Lead bank\", \"rank\": 1}");
        String objective = scene.addObjective(plan, scene.soundObjective());
        String contribution = added(
                scene,
                plan + "/contributions",
                "{\"productLine\": \"lending\", \"specialist\": \"%s\"}".formatted(scene.specialist()));
        String step = scene.command(scene.asManager(), plan, "submissions").header("Location");
        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);
        return new EveryResource(
                scene,
                Map.of(
                        "clientId", scene.client(),
                        "planId", id(plan),
                        "priorityId", id(priority),
                        "objectiveId", id(objective),
                        "contributionId", id(contribution),
                        "stepId", id(step),
                        "number", "1"));
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
