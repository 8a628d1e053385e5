package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do at the same time: nothing is lost, nothing happens twice. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class ConcurrencyTest {

    @Inject
    KnownClients clients;

    private Scene scene;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
    }

    @Test
    void ofTwoEditsOfWhatWasReadOnlyOneIsTaken() throws Exception {
        String plan = scene.openPlan();
        String tag = scene.tagOf(plan);

        List<Integer> statuses = atOnce(
                2,
                number -> scene.asManager()
                        .header("If-Match", tag)
                        .body("{\"title\": \"Title %d\", \"period\": %s, \"requiredProductLines\": []}"
                                .formatted(number, Scene.YEAR_2026))
                        .put(plan)
                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void ofTwoApprovalsOneWins() throws Exception {
        String plan = scene.submittedPlan();
        String tag = scene.tagOf(plan);

        List<Integer> statuses = atOnce(
                2,
                number -> scene.asLeader()
                        .header("If-Match", tag)
                        .body("{}")
                        .post(plan + "/approvals")
                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(201, 412);
        scene.asManager().get(plan + "/versions").then().body("items.size()", is(1));
    }

    @Test
    void ofAnApprovalAndARecallOneWins() throws Exception {
        String plan = scene.submittedPlan();
        String tag = scene.tagOf(plan);

        List<Integer> statuses = atOnce(
                2,
                number -> (number == 0 ? scene.asLeader() : scene.asManager())
                        .header("If-Match", tag)
                        .body("{}")
                        .post(plan + (number == 0 ? "/approvals" : "/recalls"))
                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(201, 412);
    }

    @Test
    void ofTenPlansForOneClientAndPeriodOneIsOpened() throws Exception {
        List<Integer> statuses = atOnce(
                10,
                number -> scene.asManager()
                        .body(scene.newPlan(Scene.YEAR_2026))
                        .post("/v1/account-plans")
                        .statusCode());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(9);
        scene.asManager().get("/v1/account-plans").then().body("items.size()", is(1));
    }

    @Test
    void tenObjectivesAddedAtOnceAreAllKept() throws Exception {
        String plan = scene.openPlan();

        List<Integer> statuses = atOnce(
                10,
                number -> scene.asManager()
                        .body(scene.soundObjective())
                        .post(plan + "/objectives")
                        .statusCode());

        assertThat(statuses).containsOnly(201);
        scene.asManager().get(plan + "/objectives").then().body("items.size()", is(10));
    }

    @Test
    void anApproverDoesNotApproveWhatCameAfterReading() {
        String plan = scene.openPlan();
        scene.addObjective(plan, scene.soundObjective());
        String read = scene.tagOf(plan);

        scene.addObjective(plan, scene.soundObjective());

        scene.asManager()
                .header("If-Match", read)
                .body("{}")
                .post(plan + "/submissions")
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        scene.asManager().body("{}").post(plan + "/submissions").then().statusCode(428);
    }

    static <T> List<T> atOnce(int times, java.util.function.IntFunction<T> call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> call.apply(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
