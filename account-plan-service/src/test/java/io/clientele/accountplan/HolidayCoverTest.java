package io.clientele.accountplan;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deputy does what the manager does, in that book, until the day, and not a moment longer. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class HolidayCoverTest {

    @Inject
    KnownClients clients;

    @Inject
    Clock clock;

    private Scene scene;
    private String plan;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
        plan = scene.openPlan();
    }

    @AfterEach
    void comeBack() {
        TestClock.reset();
    }

    @Test
    void theDeputySeesAndWritesUntilTheEndOfTheLastDay() {
        asDeputy().get(plan).then().statusCode(404);

        lend(scene.asManager(), scene.manager(), 14).statusCode(201);

        asDeputy().get(plan).then().statusCode(200);
        asDeputy()
                .body(scene.soundObjective())
                .post(plan + "/objectives")
                .then()
                .statusCode(201);
        asDeputy().get("/v1/account-plans").then().body("items", hasSize(1));
        LocalDate last = LocalDate.now(ZoneOffset.UTC).plusDays(14);
        at(last + "T23:59:30Z");
        asDeputy().get(plan).then().statusCode(200);
        at(last.plusDays(1) + "T00:00:01Z");
        asDeputy().get(plan).then().statusCode(404);
        asDeputy().get("/v1/account-plans").then().body("items", hasSize(0));
        scene.asManager().get(plan).then().statusCode(200);
    }

    @Test
    void aClientThatComesIntoTheBookIsCoveredAndOneThatLeavesIsNot() {
        lend(scene.asManager(), scene.manager(), 14).statusCode(201);
        Scene other = Scene.of(clients);
        asDeputy().get("/v1/clients/" + other.client()).then().statusCode(404);

        clients.update(
                KnownClients.company(other.client(), scene.manager(), scene.team()), 2, Instant.now(), "core-banking");
        asDeputy().get("/v1/clients/" + other.client()).then().statusCode(200);
        clients.update(KnownClients.company(other.client(), "rm-elsewhere", null), 3, Instant.now(), "core-banking");
        asDeputy().get("/v1/clients/" + other.client()).then().statusCode(404);
    }

    @Test
    void aCoverEndedEarlyIsOverAtOnce() {
        String cover = lend(scene.asLeader(), scene.manager(), 14)
                .statusCode(201)
                .extract()
                .header("Location");
        asDeputy().get(plan).then().statusCode(200);

        scene.asManager()
                .header("If-Match", scene.tagOf(cover))
                .post(cover + "/endings")
                .then()
                .statusCode(201);

        asDeputy().get(plan).then().statusCode(404);
        scene.asManager()
                .header("If-Match", scene.tagOf(cover))
                .post(cover + "/endings")
                .then()
                .statusCode(409)
                .body("code", is("cover-over"));
    }

    @Test
    void nobodyLendsTheBookOfAnother() {
        lend(scene.asStranger(), scene.manager(), 14).statusCode(403).body("code", is("not-your-book"));
        lend(asDeputy(), scene.manager(), 14).statusCode(403);
        asDeputy().get(plan).then().statusCode(404);
    }

    @Test
    void aDeputyDoesNotLendOn() {
        lend(scene.asManager(), scene.manager(), 14).statusCode(201);

        lend(asDeputy(), scene.manager(), 30).statusCode(403).body("code", is("not-your-book"));
    }

    @Test
    void coversAreSeenByThoseTheyConcern() {
        String cover = lend(scene.asManager(), scene.manager(), 14).extract().header("Location");

        scene.asLeader().get(cover).then().statusCode(200);
        asDeputy().get("/v1/book-covers").then().body("items.deputy", hasSize(1));
        scene.asStranger().get(cover).then().statusCode(404);
        scene.asStranger().get("/v1/book-covers").then().body("items", hasSize(0));
    }

    @Test
    void aCoverLastsAYearAtMost() {
        lend(scene.asManager(), scene.manager(), 366).statusCode(201);
        lend(scene.asManager(), scene.manager(), 367).statusCode(422).body("code", is("cover-invalid"));
        lend(scene.asManager(), scene.manager(), -1).statusCode(422);
        lend(scene.asManager(), scene.manager(), 0).statusCode(201);
    }

    private ValidatableResponse lend(RequestSpecification caller, String manager, int days) {
        return caller.body("""
                        {"manager": "%s", "deputy": "%s", "lastDay": "%s", "reason": "Summer holiday"}""".formatted(
                                manager, deputy(), LocalDate.now(ZoneOffset.UTC).plusDays(days)))
                .post("/v1/book-covers")
                .then();
    }

    private String deputy() {
        return "deputy-" + scene.client();
    }

    private RequestSpecification asDeputy() {
        return io.restassured.RestAssured.given()
                .contentType(io.restassured.http.ContentType.JSON)
                .header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.of(Roles.RELATIONSHIP_MANAGER)
                                        .withUser(deputy())
                                        .signed());
    }

    private void at(String time) {
        Instant to = Instant.parse(time);
        TestClock.set(to);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Duration.between(to, clock.instant()).abs().compareTo(Duration.ofSeconds(10)) < 0);
    }
}
