package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.Topics;
import io.clientele.contracts.clients.ClientState;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates, facilities, exposure, revenues, returns and wallet, as the bank's systems send them and the banker reads them. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class MoneyFactsTest {

    private static final String DAY = "2026-01-31";

    @Inject
    KnownClients clients;

    private Scene scene;
    private String client;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
        client = "/v1/clients/" + scene.client();
    }

    @Test
    void aMissingRateIsAnErrorAndARateCountsFromItsDayOn() {
        MoneyFacts.exampleFacility(scene.client(), facility(), "GBP").statusCode(201);

        scene.asManager()
                .get(client + "/exposure?currency=EUR&on=2026-01-31")
                .then()
                .statusCode(422)
                .body("code", is("fx-rate-missing"));
        MoneyFacts.rate("GBP", "2026-01-30", "0.80").statusCode(201);
        scene.asManager()
                .get(client + "/exposure?currency=EUR&on=2026-01-31")
                .then()
                .statusCode(200)
                .body("total.limit.amount", is("125000000.00"))
                .body("rates.currency", containsInAnyOrder("GBP"))
                .body("rates[0].quotedOn", is("2026-01-30"));
        scene.asManager()
                .get(client + "/exposure?currency=EUR&on=2026-01-29")
                .then()
                .statusCode(422);
        scene.asManager()
                .get(client + "/exposure?currency=EUR&on=2026-02-10")
                .then()
                .statusCode(422);
    }

    @Test
    void aRateOfTheDayIsCorrectedByAnother() {
        MoneyFacts.rate("SEK", "2026-01-20", "11.00").statusCode(201);
        MoneyFacts.rate("SEK", "2026-01-20", "11.50").statusCode(201).body("rate", is("11.5"));

        scene.asManager().get("/v1/fx-rates/SEK/2026-01-20").then().body("rate", is("11.5"));
        scene.asManager().get("/v1/fx-rates?currency=SEK").then().body("items", hasSize(1));
        MoneyFacts.rate("EUR", "2026-01-20", "1").statusCode(422);
        MoneyFacts.rate("SEK", "2026-01-20", "0").statusCode(422);
    }

    @Test
    void theWorkedExampleReturnsNineteenPointThreeThreePercent() {
        MoneyFacts.exampleFacility(scene.client(), facility(), "EUR").statusCode(201);

        scene.asManager()
                .get(client + "/returns?on=" + DAY)
                .then()
                .statusCode(200)
                .body("lending.raroc", is("0.193333"))
                .body("lending.riskAdjusted.amount", is("1160000.00"))
                .body("facilities", hasSize(1))
                .body("belowHurdle", is(false))
                .body("requiredAncillaryRevenue.amount", is("0.00"));
    }

    @Test
    void withoutCapitalThereIsAReasonInsteadOfARatio() {
        MoneyFacts.facility(scene.client(), facility(), "100.00", "50.00", "2026-01-31T22:00:00Z")
                .statusCode(201);
        MoneyFacts.revenue(scene.client(), "payments", "2025-06-01", "10.00", "EUR")
                .statusCode(201);

        scene.asManager()
                .get(client + "/returns?on=" + DAY)
                .then()
                .body("total.raroc", nullValue())
                .body("total.reason", is("no-capital"))
                .body("ancillaryRatio", is("1.000000"))
                .body("simpleRatio", is("0.200000"));
    }

    @Test
    void anExcessIsKeptFlaggedAndPublishedOnceUntilItIsCured() {
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            String facility = facility();
            MoneyFacts.facility(scene.client(), facility, "100.00", "100.00", "2026-01-01T00:00:00Z")
                    .body("inExcess", is(false));
            MoneyFacts.facility(scene.client(), facility, "100.00", "120.00", "2026-01-02T00:00:00Z")
                    .body("inExcess", is(true));
            MoneyFacts.facility(scene.client(), facility, "100.00", "130.00", "2026-01-03T00:00:00Z");
            MoneyFacts.facility(scene.client(), facility, "100.00", "90.00", "2026-01-04T00:00:00Z");
            MoneyFacts.facility(scene.client(), facility, "100.00", "110.00", "2026-01-05T00:00:00Z");

            List<Received> told =
                    events.awaitAtLeast(2, event -> event.subject().equals(facility));
            assertThat(told).hasSize(2);
            EventSchemas.assertValid(told);
        }
    }

    @Test
    void anOlderPositionChangesNothing() {
        String facility = facility();
        MoneyFacts.facility(scene.client(), facility, "100.00", "70.00", "2026-01-02T00:00:00Z");
        MoneyFacts.facility(scene.client(), facility, "100.00", "10.00", "2026-01-01T00:00:00Z")
                .statusCode(201)
                .body("drawn.amount", is("70.00"));
    }

    @Test
    void aFacilityNumberBelongsToOneClient() {
        String facility = facility();
        MoneyFacts.facility(scene.client(), facility, "100.00", "70.00", "2026-01-02T00:00:00Z");

        MoneyFacts.facility(Scene.of(clients).client(), facility, "100.00", "70.00", "2026-01-03T00:00:00Z")
                .statusCode(409)
                .body("code", is("facility-of-another-client"));
    }

    @Test
    void aPositionInTwoCurrenciesIsRefused() {
        MoneyFacts.position(scene.client(), """
                        {"facilityId": "%s", "kind": "overdraft", "limit": {"amount": "1.00", "currency": "EUR"},
                         "drawn": {"amount": "1.00", "currency": "USD"}, "committed": false, "pd": "1.01",
                         "asOf": "2026-01-01T00:00:00Z", "source": "loan-system"}""".formatted(facility()))
                .statusCode(422)
                .body("code", is("credit-position-invalid"))
                .body("errors.pointer", containsInAnyOrder("/drawn", "/pd"));
    }

    @Test
    void aSpecialistSeesLimitsButNoRatingsAndNoReturns() {
        String facility = facility();
        MoneyFacts.exampleFacility(scene.client(), facility, "EUR");
        String plan = scene.openPlan();
        scene.asManager()
                .body("{\"productLine\": \"lending\", \"specialist\": \"%s\"}".formatted(scene.specialist()))
                .post(plan + "/contributions")
                .then()
                .statusCode(201);

        scene.asSpecialist()
                .get(client + "/credit-facilities/" + facility)
                .then()
                .statusCode(200)
                .body("limit.amount", is("100000000.00"))
                .body("rating", nullValue())
                .body("pd", nullValue())
                .body("economicCapital", nullValue());
        scene.asSpecialist().get(client + "/returns").then().statusCode(403);
        scene.asManager().get(client + "/credit-facilities/" + facility).then().body("rating", is("BBB-"));
    }

    @Test
    void aGroupCountsEachFigureOnceAndNothingOfAnotherBook() {
        String child = subsidiary(scene.client(), scene.manager(), scene.team());
        String hidden = subsidiary(scene.client(), scene.stranger(), "team-hidden");
        MoneyFacts.facility(scene.client(), facility(), "100.00", "10.00", "2026-01-01T00:00:00Z");
        MoneyFacts.facility(child, facility(), "50.00", "20.00", "2026-01-01T00:00:00Z");
        MoneyFacts.facility(hidden, facility(), "7000.00", "7000.00", "2026-01-01T00:00:00Z");

        scene.asManager()
                .get("/v1/clients/" + child + "/group")
                .then()
                .statusCode(200)
                .body("head", is(scene.client()))
                .body("members.clientId", containsInAnyOrder(scene.client(), child));
        scene.asManager()
                .get(client + "/exposure?group=true")
                .then()
                .body("total.limit.amount", is("150.00"))
                .body("total.drawn.amount", is("30.00"))
                .body("lines", hasSize(2));
        scene.asManager().get(client + "/exposure").then().body("total.limit.amount", is("100.00"));
        Scene.asRole(Roles.AUDITOR)
                .get(client + "/exposure?group=true")
                .then()
                .body("total.limit.amount", is("7150.00"));
    }

    @Test
    void aGroupIsShownAsItWasOnADay() {
        String child = subsidiary(scene.client(), scene.manager(), scene.team());
        clients.update(
                KnownClients.company(child, scene.manager(), scene.team()),
                2,
                Instant.parse("2026-03-01T08:00:00Z"),
                "core-banking");

        scene.asManager().get(client + "/group").then().body("members", hasSize(1));
        scene.asManager().get(client + "/group?on=2026-02-28").then().body("members", hasSize(2));
        scene.asManager().get(client + "/group?on=2026-03-01").then().body("members", hasSize(1));
    }

    @Test
    void revenueIsImportedInBulkAndPagedByMonth() {
        String lines = """
                {"clientId":"%1$s","productLine":"payments","month":"2025-11-01","amount":{"amount":"10.10","currency":"EUR"},"asOf":"2026-02-02T04:00:00Z","source":"gl"}
                {"clientId":"%1$s","productLine":"payments","month":"2025-12-02","amount":{"amount":"1.00","currency":"EUR"},"asOf":"2026-02-02T04:00:00Z","source":"gl"}
                {"clientId":"%1$s","productLine":"payments","month":"2025-12-01","amount":{"amount":"20.20","currency":"EUR"},"asOf":"2026-02-02T04:00:00Z","source":"gl"}
                """.formatted(scene.client());
        String job = Scene.asRole(Roles.SYSTEM)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/revenues/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Scene.asRole(Roles.SYSTEM).get(job).jsonPath().getString("state"), "COMPLETED"::equals);
        Scene.asRole(Roles.SYSTEM).get(job).then().body("accepted", is(2)).body("rejected", is(1));

        String next = scene.asManager()
                .get(client + "/revenues?limit=1&productLine=payments")
                .then()
                .body("items.month", containsInAnyOrder("2025-11-01"))
                .extract()
                .path("next");
        scene.asManager()
                .get(client + "/revenues?limit=1&cursor=" + next)
                .then()
                .body("items.month", containsInAnyOrder("2025-12-01"))
                .body("next", nullValue());
    }

    @Test
    void shareOfWalletSetsOurRevenueAgainstWhatIsSpent() {
        MoneyFacts.revenue(scene.client(), "payments", "2025-11-01", "150.00", "EUR");
        MoneyFacts.revenue(scene.client(), "payments", "2025-12-01", "100.00", "EUR");
        MoneyFacts.revenue(scene.client(), "payments", "2026-01-01", "999.00", "EUR");
        scene.asManager().body("""
                        {"productLine": "payments", "geography": "CZ", "holder": "COMPETITOR", "competitor": "Banka A",
                         "spend": {"amount": "1000.00", "currency": "EUR"}, "blocked": false, "method": "interview",
                         "confidence": "LOW", "estimatedOn": "2026-01-15"}""").post(client + "/wallet-estimates").then().statusCode(201);

        scene.asManager()
                .get(client + "/share-of-wallet?on=" + DAY)
                .then()
                .statusCode(200)
                .body("ours.amount", is("250.00"))
                .body("share", is("0.250000"))
                .body("whiteSpace.amount", is("750.00"));
        scene.asManager()
                .body("""
                        {"productLine": "payments", "geography": "CZ", "holder": "US", "competitor": "Banka A",
                         "spend": {"amount": "1000.00", "currency": "EUR"}, "blocked": false, "method": "interview",
                         "confidence": "LOW", "estimatedOn": "2026-01-15"}""")
                .post(client + "/wallet-estimates")
                .then()
                .statusCode(422)
                .body("code", is("wallet-estimate-invalid"));
    }

    @Test
    void whatTheBankPublishesArrives() {
        String facility = facility();
        send(Topics.CREDIT_POSITIONS, facility, "io.clientele.credit-positions.facility.positioned.v1", """
                {"facilityId": "%s", "clientId": "%s", "kind": "term-loan", "limit": {"amount": "5.00", "currency": "EUR"},
                 "drawn": {"amount": "5.00", "currency": "EUR"}, "committed": true, "covenants": [],
                 "asOf": "2026-01-31T22:00:00Z", "source": "loan-system"}""".formatted(
                        facility, scene.client()));
        send(Topics.REVENUES, scene.client(), "io.clientele.revenues.revenue.booked.v1", """
                {"clientId": "%s", "productLine": "payments", "month": "2026-01-01",
                 "amount": {"amount": "12.50", "currency": "EUR"}, "asOf": "2026-02-02T04:00:00Z", "source": "gl"}""".formatted(scene.client()));
        send(Topics.REFERENCE_RATES, "NOK", "io.clientele.reference-rates.rate.quoted.v1", """
                {"base": "EUR", "currency": "NOK", "quotedOn": "2026-01-30", "rate": 11.7, "source": "treasury"}""");

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            scene.asManager()
                    .get(client + "/credit-facilities/" + facility)
                    .then()
                    .statusCode(200)
                    .body("drawn.amount", is("5.00"));
            scene.asManager().get(client + "/revenues").then().body("items.amount.amount", containsInAnyOrder("12.50"));
            scene.asManager().get("/v1/fx-rates/NOK/2026-01-30").then().statusCode(200);
        });
    }

    private String subsidiary(String parent, String manager, String team) {
        String id = "C-" + UUID.randomUUID().toString().substring(0, 8);
        ClientState state = KnownClients.company(id, manager, team);
        clients.register(new ClientState(
                id,
                state.type(),
                "Moravia Steel Asia Ltd.",
                null,
                state.nace(),
                null,
                null,
                "SG",
                state.branch(),
                manager,
                team,
                state.tier(),
                state.kycStatus(),
                parent,
                new BigDecimal("75"),
                null,
                Map.of(),
                List.of()));
        return id;
    }

    private static void send(String topic, String key, String type, String payload) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(topic, key, payload);
            record.headers()
                    .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                    .add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
    }

    private static String facility() {
        return "F-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
