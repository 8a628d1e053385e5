package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A portfolio is the sum of its clients, to the cent, and of nobody else's. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class PortfolioTest {

    @Inject
    KnownClients clients;

    private Scene scene;
    private String second;

    @BeforeEach
    void aBookOfTwoClients() {
        scene = Scene.of(clients);
        second = Scene.of(clients).client();
        clients.update(
                KnownClients.company(second, scene.manager(), scene.team()),
                2,
                Instant.parse("2025-12-01T00:00:00Z"),
                "core-banking");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        MoneyFacts.rate("PLN", today.toString(), "4.2713").statusCode(201);
        MoneyFacts.exampleFacility(scene.client(), "F-" + scene.client(), "PLN").statusCode(201);
        MoneyFacts.exampleFacility(second, "F-" + second, "EUR").statusCode(201);
        for (int month = 1; month <= 12; month++) {
            String first = today.withDayOfMonth(1).minusMonths(month).toString();
            MoneyFacts.revenue(scene.client(), "payments", first, "333.33", "PLN")
                    .statusCode(201);
            MoneyFacts.revenue(second, "custody", first, "10.01", "PLN").statusCode(201);
        }
    }

    @Test
    void theTotalsAreTheSumsOfTheRowsAndTheRowsAreWhatTheClientsSay() {
        JsonPath portfolio = scene.asManager()
                .get("/v1/portfolios/" + scene.manager())
                .then()
                .statusCode(200)
                .body("rows", hasSize(2))
                .extract()
                .jsonPath();

        for (String figure : List.of("limit", "drawn", "revenue")) {
            BigDecimal sum = portfolio.<String>getList("rows.figures.%s.amount".formatted(figure)).stream()
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(portfolio.getString("total.%s.amount".formatted(figure))))
                    .isEqualByComparingTo(sum);
        }
        for (String client : List.of(scene.client(), second)) {
            String row = "rows.find { it.clientId == '%s' }.figures.".formatted(client);
            scene.asManager()
                    .get("/v1/clients/" + client + "/exposure")
                    .then()
                    .body("total.drawn.amount", is(portfolio.getString(row + "drawn.amount")));
            scene.asManager()
                    .get("/v1/clients/" + client + "/returns")
                    .then()
                    .body("ancillaryRevenue.amount", is(portfolio.getString(row + "revenue.amount")));
        }
        BigDecimal lines = portfolio.<String, java.util.Map<String, String>>getMap("byProductLine").values().stream()
                .map(money -> new BigDecimal(money.get("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines).isEqualByComparingTo(portfolio.getString("total.revenue.amount"));
    }

    @Test
    void openOpportunitiesOfLivePlansAreThePipeline() {
        String plan = scene.openPlan();
        Parts.added(scene.asManager(), plan + "/opportunities", Parts.OPPORTUNITY.formatted("2027-09-01"));

        scene.asManager()
                .get("/v1/portfolios/" + scene.manager())
                .then()
                .body("total.pipeline.amount", is("240000.00"))
                .body("rows.find { it.clientId == '%s' }.livePlans".formatted(scene.client()), is(1));
        scene.command(scene.asManager(), plan, "archivals").then().statusCode(201);
        scene.asManager().get("/v1/portfolios/" + scene.manager()).then().body("total.pipeline.amount", is("0.00"));
    }

    @Test
    void theRollUpOfATeamIsTheSumOfItsManagersToTheCent() {
        Scene other = Scene.of(clients);
        clients.update(
                KnownClients.company(other.client(), other.manager(), scene.team()),
                2,
                Instant.parse("2025-12-01T00:00:00Z"),
                "core-banking");
        MoneyFacts.exampleFacility(other.client(), "F-" + other.client(), "PLN").statusCode(201);

        JsonPath rollUp = scene.asLeader()
                .get("/v1/portfolios?team=" + scene.team())
                .then()
                .statusCode(200)
                .body("rows", hasSize(3))
                .body("byManager.size()", is(2))
                .extract()
                .jsonPath();

        for (String manager : List.of(scene.manager(), other.manager())) {
            scene.asLeader()
                    .get("/v1/portfolios/" + manager)
                    .then()
                    .body("total", is(rollUp.getMap("byManager['" + manager + "']")));
        }
        assertThat(rollUp.getMap("byTeam['" + scene.team() + "']")).isEqualTo(rollUp.getMap("total"));
        assertThat(rollUp.getMap("byCountry.CZ")).isEqualTo(rollUp.getMap("total"));
        scene.asManager().get("/v1/portfolios?team=" + scene.team()).then().body("rows", hasSize(2));
        scene.asManager().get("/v1/portfolios").then().body("rows", hasSize(2));
        scene.asManager().get("/v1/portfolios?country=SG").then().body("rows", hasSize(0));
    }

    @Test
    void thePageShowsWhatTheFiguresSay() {
        String total =
                scene.asManager().get("/v1/portfolios/" + scene.manager()).path("total.revenue.amount");
        String page = "/v1/portfolios/" + scene.manager() + "/document";

        scene.asManager()
                .accept("text/html")
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString(total))
                .body(containsString("Moravia Steel a.s. (" + scene.client() + ")"))
                .body(containsString("<title>Revenue by product line</title>"));
        byte[] pdf = scene.asManager()
                .accept("application/pdf")
                .get(page)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        scene.asStranger().accept("text/html").get(page).then().statusCode(404);
    }

    @Test
    void nobodySeesThePortfolioOfAnother() {
        scene.asStranger().get("/v1/portfolios/" + scene.manager()).then().statusCode(404);
        scene.asLeader()
                .get("/v1/portfolios/" + scene.manager())
                .then()
                .statusCode(200)
                .body("rows", hasSize(2));
    }

    @Test
    void aClientThatLeftTheBookIsNotCounted() {
        clients.update(
                KnownClients.company(second, "rm-elsewhere", null),
                3,
                Instant.parse("2025-12-02T00:00:00Z"),
                "core-banking");

        scene.asManager()
                .get("/v1/portfolios/" + scene.manager())
                .then()
                .body("rows.clientId", contains(scene.client()))
                .body("byProductLine.size()", is(1));
    }
}
