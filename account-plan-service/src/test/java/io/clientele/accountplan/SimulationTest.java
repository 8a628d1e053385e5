package io.clientele.accountplan;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.clients.ClientState;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What if: the figures of the returns, after something was won or lost, and nothing kept. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class SimulationTest {

    /** The facility of the worked example once more. */
    private static final String FACILITY = """
            {"limit": {"amount": "100000000.00", "currency": "EUR"}, "drawn": {"amount": "80000000.00", "currency": "EUR"},
             "committed": true, "ccf": "0.5", "pd": "0.01", "lgd": "0.4",
             "economicCapital": {"amount": "6000000.00", "currency": "EUR"},
             "grossRevenue": {"amount": "5000000.00", "currency": "EUR"}, "fundingCost": {"amount": "3600000.00", "currency": "EUR"},
             "operatingCost": {"amount": "120000.00", "currency": "EUR"}, "returnOnCapital": {"amount": "240000.00", "currency": "EUR"}}""";

    @Inject
    KnownClients clients;

    private Scene scene;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
    }

    @Test
    void aWonFacilityBringsWhatTheSameFacilityBrings() {
        simulate("{\"wonFacilities\": [%s]}".formatted(FACILITY))
                .statusCode(200)
                .body("client.before.raroc", nullValue())
                .body("client.after.raroc", is("0.193333"))
                .body("client.rarocEffect", nullValue())
                .body("client.revenueEffect.amount", is("5000000.00"))
                .body("client.after.lendingProfit.amount", is("1160000.00"));

        MoneyFacts.exampleFacility(scene.client(), "F-" + scene.client(), "EUR").statusCode(201);

        simulate("{}")
                .body("client.before.raroc", is("0.193333"))
                .body("client.rarocEffect", is("0.000000"))
                .body("client.revenueEffect.amount", is("0.00"));
    }

    @Test
    void aLostFacilityTakesItsSubLimitsWithIt() {
        String facility = "F-" + scene.client();
        MoneyFacts.exampleFacility(scene.client(), facility, "EUR").statusCode(201);
        MoneyFacts.position(
                        scene.client(),
                        MoneyFacts.EXAMPLE
                                .formatted("S-" + facility, "EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "EUR")
                                .replace("\"kind\"", "\"parentFacilityId\": \"%s\", \"kind\"".formatted(facility)))
                .statusCode(201);

        simulate("{\"lostFacilities\": [\"%s\"]}".formatted(facility))
                .body("client.before.capital.amount", is("6000000.00"))
                .body("client.after.capital.amount", is("0.00"))
                .body("client.after.revenue.amount", is("0.00"))
                .body("client.after.raroc", nullValue());
        simulate("{\"lostFacilities\": [\"F-nobody\"]}").statusCode(422).body("code", is("facility-unknown"));
    }

    @Test
    void productsMoveTheAncillaryGap() {
        // 0.15 x 6 m - 0.16 m of lending profit, over 0.45, is 1,644,444.44 of ancillary revenue
        MoneyFacts.position(
                        scene.client(),
                        MoneyFacts.EXAMPLE
                                .formatted("F-" + scene.client(), "EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "EUR")
                                .replace("\"5000000.00\"", "\"4000000.00\""))
                .statusCode(201);
        earns("payments", "400000.00");

        simulate("""
                {"wonProducts": [{"productLine": "custody", "revenue": {"amount": "100000.50", "currency": "EUR"}}],
                 "lostProducts": ["payments"]}""")
                .body("client.before.ancillaryGap.amount", is("1244444.44"))
                .body("client.after.ancillaryGap.amount", is("1544443.94"))
                .body("client.ancillaryGapEffect.amount", is("299999.50"))
                .body("client.revenueEffect.amount", is("-299999.50"))
                .body("client.rarocEffect", is("-0.022500"));
        simulate("{\"lostProducts\": [\"lending\"]}").statusCode(422).body("code", is("product-is-credit"));
        simulate("{\"lostProducts\": [\"nothing\"]}").statusCode(422).body("code", is("product-line-unknown"));
    }

    @Test
    void theGroupShowsTheEffectOfOneOfItsCompanies() {
        Scene head = Scene.of(clients);
        Scene hidden = Scene.of(clients);
        inBookOf(scene, head.client(), null, 2);
        inBookOf(scene, scene.client(), head.client(), 2);
        inBookOf(hidden, hidden.client(), head.client(), 2);
        String month =
                LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1).toString();
        MoneyFacts.revenue(head.client(), "payments", month, "1000.00", "EUR").statusCode(201);
        MoneyFacts.revenue(hidden.client(), "payments", month, "5000.00", "EUR").statusCode(201);
        earns("payments", "10.00");

        simulate("{\"lostProducts\": [\"payments\"]}")
                .body("client.before.revenue.amount", is("10.00"))
                .body("group.before.revenue.amount", is("1010.00"))
                .body("group.after.revenue.amount", is("1000.00"))
                .body("group.revenueEffect.amount", is("-10.00"));
    }

    @Test
    void aMissingRateIsAnErrorAndAStrangerSeesNothing() {
        simulate("""
                {"wonProducts": [{"productLine": "custody", "revenue": {"amount": "1.00", "currency": "KES"}}]}""").statusCode(422).body("code", is("fx-rate-missing"));
        scene.asStranger()
                .body("{}")
                .post("/v1/clients/" + scene.client() + "/simulations")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse simulate(String scenario) {
        return scene.asManager()
                .body(scenario)
                .post("/v1/clients/" + scene.client() + "/simulations")
                .then();
    }

    private void earns(String line, String amount) {
        String month =
                LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1).toString();
        MoneyFacts.revenue(scene.client(), line, month, amount, "EUR").statusCode(201);
    }

    private void inBookOf(Scene of, String client, @org.jspecify.annotations.Nullable String parent, long sequence) {
        ClientState company = KnownClients.company(client, of.manager(), of.team());
        clients.update(
                new ClientState(
                        client,
                        company.type(),
                        company.name(),
                        company.lei(),
                        company.nace(),
                        null,
                        null,
                        company.domicile(),
                        company.branch(),
                        of.manager(),
                        of.team(),
                        company.tier(),
                        company.kycStatus(),
                        parent,
                        parent == null ? null : new BigDecimal("100"),
                        company.relationshipSince(),
                        company.attributes(),
                        company.products()),
                sequence,
                Instant.parse("2025-12-01T00:00:00Z"),
                "core-banking");
    }
}
