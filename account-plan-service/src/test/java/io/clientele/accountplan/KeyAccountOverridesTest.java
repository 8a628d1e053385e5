package io.clientele.accountplan;

import static org.hamcrest.Matchers.is;

import io.clientele.accountplan.watch.Watching;
import io.clientele.contracts.Topics;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People decide beside the models: two of them, with a reason, until a day. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class KeyAccountOverridesTest {

    @Inject
    KnownClients clients;

    @Inject
    Watching watching;

    private Scene scene;
    private Choosing choosing;

    @BeforeEach
    void meet() {
        choosing = Choosing.of(clients);
        scene = choosing.scene();
    }

    @AfterEach
    void comeBack() {
        TestClock.reset();
    }

    @Test
    void anOverrideNeedsAnotherPersonAndEndsWithItsDay() {
        String last = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            String override = override(scene.asLeader(), "INCLUDE", last)
                    .statusCode(201)
                    .extract()
                    .header("Location");
            override(scene.asManager(), "EXCLUDE", last).statusCode(409).body("code", is("override-open"));
            scene.asLeader()
                    .header("If-Match", "*")
                    .post(override + "/approvals")
                    .then()
                    .statusCode(403)
                    .body("code", is("four-eyes"));
            scene.asManager()
                    .header("If-Match", "*")
                    .post(override + "/revocations")
                    .then()
                    .statusCode(201);
            override = override(scene.asManager(), "INCLUDE", last)
                    .statusCode(201)
                    .extract()
                    .header("Location");
            standing().body("designated", is(false));
            scene.asLeader()
                    .header("If-Match", "*")
                    .post(override + "/approvals")
                    .then()
                    .statusCode(201)
                    .body("approvedBy", is(scene.leader()));
            standing().body("designated", is(true)).body("designation.basis", is("OVERRIDE"));
            String model = choosing.modelInForce(Choosing.REVENUE.formatted("100"));
            choosing.earns("1.00", "2026-02-02T04:00:00Z");
            scene.asManager()
                    .get(Choosing.review(model) + "/results/" + scene.client())
                    .then()
                    .body("outcome", is("INCLUDED"));
            TestClock.set(Instant.parse(last + "T23:50:00Z"));
            watching.look();
            standing().body("designated", is(true));

            TestClock.set(Instant.parse(last + "T00:00:01Z").plusSeconds(86_400));
            watching.look();

            standing().body("designated", is(false));
            scene.asManager().get(override).then().body("endedBy", is("plan-watch"));
            events.await("io.clientele.account-plans.key-account.removed.v1", scene.client());
            EventSchemas.assertValid(events.records().stream()
                    .filter(event -> event.subject().equals(scene.client()))
                    .toList());
        }
    }

    @Test
    void anOverrideIsForTheClientsOwnPeople() {
        String last = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();

        override(scene.asStranger(), "INCLUDE", last).statusCode(404);
        override(
                        scene.asManager(),
                        "INCLUDE",
                        LocalDate.now(ZoneOffset.UTC).minusDays(1).toString())
                .statusCode(422)
                .body("code", is("override-invalid"));
    }

    private ValidatableResponse override(RequestSpecification caller, String kind, String last) {
        return caller.body("{\"kind\": \"%s\", \"reason\": \"Treasury moves to us\", \"validUntil\": \"%s\"}"
                        .formatted(kind, last))
                .post("/v1/key-accounts/" + scene.client() + "/overrides")
                .then();
    }

    private ValidatableResponse standing() {
        return scene.asManager()
                .get("/v1/key-accounts/" + scene.client())
                .then()
                .statusCode(200);
    }
}
