package io.clientele.analytics.rates;

import static io.clientele.analytics.segments.SegmentsApi.author;
import static io.clientele.analytics.segments.SegmentsApi.inForce;
import static io.clientele.analytics.segments.SegmentsApi.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.analytics.Api;
import io.clientele.analytics.segments.Facts;
import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class FxRatesTest {

    /** Of this test alone. */
    private final String ours = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Facts facts;

    @Test
    void aMissingRateIsSeenAndTheRateThatComesLetsTheClientIn() {
        String client = "fx-" + ours;
        String source = "fx-act-" + ours;
        facts.clients(List.of(client), null, null);
        facts.acts(List.of(new Facts.Act(
                source,
                client,
                "transaction",
                Instant.parse("2001-03-01T12:00:00Z"),
                "{'amount':'2500','currency':'PLN','category':'" + ours + "'}")));
        String rule = "{'events':{'type':'transaction','where':{'attribute':{'path':'category','eq':'" + ours
                + "'}},'agg':'sum','field':'amount','currency':'EUR','gte':'1000'}}";
        String error = "activity " + source + " is in PLN and there is no rate to EUR for 2001-03-01";

        String id = inForce("Converted " + ours, rule);

        author().get("/v1/segments/{id}/calculation", id)
                .then()
                .body("undetermined", equalTo(1))
                .body("lastError", equalTo(error));
        preview(rule)
                .body("members", equalTo(0))
                .body("undetermined", equalTo(1))
                .body("error", equalTo(error));
        assertThat(members(id)).isEmpty();

        rate("PLN", "2001-02-20", "2.5").statusCode(201);

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> members(id), List.of(client)::equals);
        author().get("/v1/segments/{id}/members/{client}/history", id, client)
                .then()
                .body("items.enteredCause", contains("REFERENCE_CHANGE"));
        author().get("/v1/segments/{id}/calculation", id).then().body("undetermined", equalTo(0));
        preview(rule).body("members", equalTo(1)).body("error", nullValue());

        rate("PLN", "2001-02-20", "2.51").statusCode(201);

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> members(id), List.of()::equals);
    }

    @Test
    void theNewestQuotationOfADayStandsAndIsPagedTheNewestDayFirst() {
        rate("SEK", "2002-01-02", "9.1").statusCode(201).body("recordedBy", equalTo("treasury-feed"));
        rate("SEK", "2002-01-03", "9.2").statusCode(201);
        rate("SEK", "2002-01-02", "9.15").statusCode(201).body("rate", equalTo("9.15"));

        String next = author().queryParam("currency", "SEK")
                .queryParam("limit", 1)
                .get("/v1/fx-rates")
                .then()
                .statusCode(200)
                .body("items.quotedOn", contains("2002-01-03"))
                .extract()
                .path("next");
        author().queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/fx-rates")
                .then()
                .body("items.rate", contains("9.15"))
                .body("next", nullValue());
        author().get("/v1/fx-rates/SEK/2002-01-04").then().statusCode(404);
    }

    @Test
    void refusesWhatIsNoQuotation() {
        rate("SEK", "2002-01-02", "0").statusCode(422).body("code", equalTo("fx-rate-invalid"));
        rate("EUR", "2002-01-02", "1").statusCode(422).body("errors.pointer", contains("/currency"));
        Api.as("treasury-feed", Roles.SYSTEM)
                .contentType(ContentType.JSON)
                .body(body("SEK", "2002-01-02", "9").replace("EUR", "USD"))
                .post("/v1/fx-rates")
                .then()
                .statusCode(422)
                .body("code", equalTo("fx-base-unknown"));
    }

    @Test
    void importsInBulkAndTheSameFileAgainChangesNothing() {
        String file = "base,currency,quotedOn,rate,source\nEUR,NOK,2003-01-02,7.3,treasury\n"
                + "EUR,NOK,2003-01-03,-1,treasury\nEUR,NOK,2003-01-04,7.4,treasury\n";

        Api.imported("fx-rates", "text/csv", file)
                .then()
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(1));
        Api.imported("fx-rates", "text/csv", file).then().body("duplicates", equalTo(2));

        author().get("/v1/fx-rates/NOK/2003-01-04").then().statusCode(200).body("rate", equalTo("7.4"));
    }

    @Test
    void takesWhatTheTreasuryPublishes() {
        Api.produce(Topics.REFERENCE_RATES, "DKK", List.of("""
                        {"base":"EUR","currency":"DKK","quotedOn":"2004-01-02","rate":7.45,"source":"treasury"}"""));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> author().get("/v1/fx-rates/DKK/2004-01-02")
                        .then()
                        .statusCode(200)
                        .body("rate", equalTo("7.45")));
    }

    private static ValidatableResponse preview(String rule) {
        return author().body(("{'rule':" + rule + "}").replace('\'', '"'))
                .post("/v1/segments/previews")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse rate(String currency, String day, String rate) {
        return Api.as("treasury-feed", Roles.SYSTEM)
                .contentType(ContentType.JSON)
                .body(body(currency, day, rate))
                .post("/v1/fx-rates")
                .then();
    }

    private static String body(String currency, String day, String rate) {
        return """
                {"base":"EUR","currency":"%s","quotedOn":"%s","rate":"%s","source":"treasury"}""".formatted(currency, day, rate);
    }
}
