package io.clientele.loyalty.account;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.testing.TestClock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LoyaltyTest
class StatementTest {

    @Inject
    Bank bank;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void tellsTheBalanceOfADayAsKnownOnADay() {
        String member = enrolled(activeProgramme(), bank.client());
        Instant happened = TestClock.now();
        TestClock.advance(Duration.ofDays(10));
        Instant beforeItWasKnown = TestClock.now();
        TestClock.advance(Duration.ofDays(1));
        String earning = reported(member, 500, happened).path("transactions[0].transactionId");
        Instant beforeTheReversal = TestClock.now();
        TestClock.advance(Duration.ofDays(1));
        commands(member + "/transactions/" + earning + "/reversals", Map.of("points", 2))
                .then()
                .statusCode(201);
        String ofTheDay = member + "/statement?from=2020-01-01&to="
                + happened.atZone(java.time.ZoneId.of("Europe/Prague")).toLocalDate();

        operator()
                .get(ofTheDay + "&knownAt=" + beforeItWasKnown)
                .then()
                .body("closing", equalTo(0))
                .body("items", hasSize(0));
        operator().get(ofTheDay + "&knownAt=" + beforeTheReversal).then().body("closing", equalTo(5));
        // the reversal happened later: the balance of the day itself stays
        operator().get(ofTheDay).then().body("closing", equalTo(5)).body("items", hasSize(1));
        operator()
                .get(member + "/statement?from=2020-01-01")
                .then()
                .body("closing", equalTo(3))
                .body("items", hasSize(2));
        operator()
                .get(ofTheDay + "&knownAt=yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("period-malformed"));
    }

    @Test
    void printsAPage() {
        String client = bank.client();
        String member = enrolled(activeProgramme(), client);
        reported(member, 123_400, TestClock.now());

        operator()
                .get(member + "/statement/document")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("Household rewards"))
                .body(containsString(client))
                .body(containsString("household-payments"))
                .body(containsString("1\u202f234"));
    }

    @Test
    void printsAPdfDocument() throws IOException {
        String member = enrolled(activeProgramme(), bank.client());
        reported(member, 50_000, TestClock.now());

        Response printed = operator().get(member + "/statement/document?format=PDF");

        printed.then().statusCode(200).contentType("application/pdf");
        try (PDDocument document = Loader.loadPDF(printed.asByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Household rewards")
                    .contains("household-payments")
                    .contains("500");
        }
        operator()
                .get(member + "/statement/document?format=WORD")
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-malformed"));
    }

    @Test
    void chainsTheJournalAndSaysSo() {
        String programme = activeProgramme();
        reported(enrolled(programme, bank.client()), 500, TestClock.now());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> operator()
                        .get("/v1/loyalty-programmes/" + programme + "/integrity")
                        .then()
                        .statusCode(200)
                        .body("agrees", equalTo(true))
                        .body("chainHolds", equalTo(true))
                        .body("unsealed", equalTo(0)));
    }

    private static Response reported(String member, long crowns, Instant at) {
        Response reported = operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(payment("pay-" + UUID.randomUUID(), crowns, at))
                .post(member + "/transactions");
        reported.then().statusCode(201);
        return reported;
    }
}
