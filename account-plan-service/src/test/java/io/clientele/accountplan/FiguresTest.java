package io.clientele.accountplan;

import static io.clientele.accountplan.Parts.added;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budget against actual, the SWOT, and the figures a version keeps as they were. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class FiguresTest {

    @Inject
    KnownClients clients;

    private Scene scene;
    private String client;
    private String plan;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
        client = "/v1/clients/" + scene.client();
        plan = scene.openPlan();
    }

    @Test
    void aBudgetIsSetAgainstWhatWasBookedWhatIsContractedAndWhatIsOpen() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        added(scene.asManager(), plan + "/budget-lines", """
                {"productLine": "cash-management", "year": %d, "amount": {"amount": "500000.00", "currency": "EUR"},
                 "contracted": {"amount": "10000.00", "currency": "EUR"}}""".formatted(today.getYear()));
        added(scene.asManager(), plan + "/budget-lines", """
                {"productLine": "payments", "year": %d, "amount": {"amount": "0.00", "currency": "EUR"}}""".formatted(today.getYear()));
        added(scene.asManager(), plan + "/opportunities", Parts.OPPORTUNITY.formatted(today.plusDays(1)));
        MoneyFacts.revenue(
                scene.client(), "cash-management", today.withDayOfMonth(1).toString(), "125000.00", "EUR");

        scene.asManager()
                .get(plan + "/budget-performance")
                .then()
                .statusCode(200)
                .body("cells.productLine", contains("cash-management", "payments"))
                .body("cells[0].actual.amount", is("125000.00"))
                .body("cells[0].open.amount", is("240000.00"))
                .body("cells[0].expected.amount", is("375000.00"))
                .body("cells[0].achievement", is("0.250000"))
                .body("cells[1].achievement", nullValue())
                .body("cells[1].reason", is("no-target"))
                .body("expected.amount", is("375000.00"));
    }

    @Test
    void aWeaknessIsAnsweredOrAccepted() {
        String weakness =
                "{\"kind\": \"WEAKNESS\", \"statement\": \"No branch in Tokyo\", \"evidence\": \"Network\", \"accepted\": %s}";

        scene.asManager()
                .body(weakness.formatted("false"))
                .post(plan + "/swot-items")
                .then()
                .statusCode(422)
                .body("code", is("swot-unanswered"));
        added(scene.asManager(), plan + "/swot-items", weakness.formatted("true"));
        scene.asManager()
                .body(Parts.SWOT_ITEM.replace("false", "true"))
                .post(plan + "/swot-items")
                .then()
                .statusCode(422);
    }

    @Test
    void versionsKeepTheFiguresOfTheirDayAndAreComparedValueByValue() {
        MoneyFacts.facility(scene.client(), "F-" + scene.client(), "100.00", "40.00", "2026-01-01T00:00:00Z");
        scene.approvedPlanOf(plan);
        MoneyFacts.facility(scene.client(), "F-" + scene.client(), "100.00", "60.00", "2026-02-01T00:00:00Z");
        scene.asManager()
                .header("If-Match", scene.tagOf(plan))
                .body("{\"title\": \"Pooling for all\"}")
                .patch(plan)
                .then()
                .statusCode(200);
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);
        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);

        scene.asManager()
                .get(plan + "/versions/1")
                .then()
                .body("content.figures.exposure.total.drawn.amount", is("40.00"));
        scene.asManager()
                .get(plan + "/versions/2/diff?from=1")
                .then()
                .statusCode(200)
                .body("differences.find { it.pointer == '/plan/title' }.after", is("Pooling for all"))
                .body("differences.find { it.pointer == '/figures/exposure/total/drawn/amount' }.before", is("40.00"))
                .body("differences.find { it.pointer == '/figures/exposure/total/drawn/amount' }.after", is("60.00"))
                .body("differences.pointer", not(hasItem(startsWith("/objectives"))));
    }

    @Test
    void aSpecialistReadsVersionsWithoutFigures() {
        MoneyFacts.exampleFacility(scene.client(), "F-" + scene.client(), "EUR");
        added(
                scene.asManager(),
                plan + "/contributions",
                "{\"productLine\": \"lending\", \"specialist\": \"%s\"}".formatted(scene.specialist()));
        scene.approvedPlanOf(plan);

        scene.asSpecialist()
                .get(plan + "/versions/1")
                .then()
                .statusCode(200)
                .body("content.figures", nullValue())
                .body("content.objectives", hasSize(1));
    }

    @Test
    void theMapNamesFunctionsAndNobody() {
        added(scene.asManager(), client + "/contacts", Parts.CONTACT.formatted("CZ"));

        scene.asManager()
                .get(client + "/relationship-map")
                .then()
                .body("verdict", is("GREEN"))
                .body("people.function", containsInAnyOrder("Group treasurer"))
                .body("people[0].name", nullValue());
    }
}
