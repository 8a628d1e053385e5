package io.clientele.accountplan;

import static io.clientele.accountplan.Parts.added;
import static io.clientele.accountplan.Parts.id;
import static io.clientele.accountplan.Parts.prerequisite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.accountplan.watch.Watching;
import io.clientele.contracts.Topics;
import io.clientele.contracts.clients.ClientState;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two years of one key account: a group with companies in Asia is planned for, a credit facility and meetings in every country
 * are what the bid waits for, the mandate is won, and what was promised is measured.
 */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class SeedStoryTest {

    private static final String OBJECTIVE = """
            {
              "statement": "Win the payments hub of the Asian entities", "productLine": "cash-management", "geography": "ASIA",
              "owner": "%1$s", "unit": "kEUR fee income a year",
              "history": {"value": "100", "on": "2026-01-01"}, "baseline": {"value": "110", "on": "2027-01-01"},
              "target": "130", "direction": "INCREASE", "dataSource": "Monthly revenue report",
              "startOn": "2027-01-10", "dueOn": "2027-12-31",
              "milestones": [
                {"title": "Contacts met", "dueOn": "2027-03-31"}, {"title": "Facility", "dueOn": "2027-06-30"},
                {"title": "Bid", "dueOn": "2027-09-30"}],
              "priorityId": "%2$s", "budgetLine": "CM-2027", "resources": [{"kind": "PERSON", "name": "%3$s"}]
            }""";

    /** What is told beside the steps people take. */
    private static final List<String> BROUGHT_BY_TIME =
            List.of("plan-health.changed.v1", "account-plan.review-overdue.v1", "action.overdue.v1");

    @Inject
    KnownClients clients;

    @Inject
    Watching watching;

    @Inject
    Clock clock;

    private Scene scene;
    private String client;
    private String plan;

    @AfterEach
    void comeBack() {
        TestClock.reset();
    }

    @Test
    void aMandateIsPlannedPreparedWonAndMeasured() throws Exception {
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            on("2027-01-10");
            List<String> countries = aGroupInAsia();
            String opportunity = thePlanIsWrittenByTheWholeTeam(countries);
            List<String> waitedFor = theBidWaitsFor(opportunity, countries);
            theLeaderApproves();

            move(opportunity, "PRE_RFP").then().statusCode(201);
            on("2027-03-01");
            everyCountryIsAGapUntilItsDecisionMakerIsMet(countries);

            on("2027-06-15");
            theRequestArrivesTooEarly(opportunity);
            theFacilityIsApproved(waitedFor);
            on("2027-09-02");
            move(opportunity, "RFP").then().statusCode(201);
            on("2027-11-02");
            move(opportunity, "SHORTLISTED").then().statusCode(201);
            on("2027-12-01");
            move(opportunity, "WON").then().statusCode(201).body("stage", is("WON"));

            whatWasPromisedIsMeasured();
            thePlanIsADocument();
            everyStepIsInTheHistoryAndOnKafka(events);
        }
    }

    private List<String> aGroupInAsia() {
        scene = Scene.of(clients);
        client = "/v1/clients/" + scene.client();
        for (String country : List.of("SG", "JP", "TH")) {
            ClientState company = KnownClients.company(scene.client() + "-" + country, scene.manager(), scene.team());
            clients.register(new ClientState(
                    company.clientId(),
                    company.type(),
                    "Moravia Steel " + country,
                    null,
                    company.nace(),
                    null,
                    null,
                    country,
                    null,
                    scene.manager(),
                    scene.team(),
                    company.tier(),
                    company.kycStatus(),
                    scene.client(),
                    new BigDecimal("100"),
                    null,
                    Map.of(),
                    List.of()));
        }
        MoneyFacts.rate("USD", "2027-01-08", "1.0852").statusCode(201);
        MoneyFacts.exampleFacility(scene.client(), "F-" + scene.client(), "EUR").statusCode(201);
        MoneyFacts.revenue(scene.client(), "payments", "2026-11-01", "180000.00", "EUR");
        MoneyFacts.revenue(scene.client() + "-SG", "trade-finance", "2026-12-01", "95000.00", "USD");
        scene.asManager().get(client + "/group").then().body("members", hasSize(4));
        scene.asManager().get(client + "/returns?group=true").then().body("lending.raroc", is("0.193333"));
        return List.of("CZ", "JP", "SG", "TH");
    }

    private String thePlanIsWrittenByTheWholeTeam(List<String> countries) {
        plan = added(
                scene.asManager(),
                "/v1/account-plans",
                scene.newPlan("{\"from\": \"2027-01-01\", \"to\": \"2028-12-31\"}", "cash-management"));
        String priority = added(
                scene.asManager(),
                plan + "/priorities",
                "{\"title\": \"Lead bank for payments in Asia\", \"description\": \"The treasury moves to Singapore\", \"rank\": 1}");
        scene.addObjective(plan, OBJECTIVE.formatted(scene.manager(), id(priority), scene.specialist()));
        added(scene.asManager(), client + "/wallet-estimates", EveryResource.WALLET.replace("1000.00", "900000.00"));
        added(
                scene.asManager(),
                client + "/wallet-estimates",
                EveryResource.WALLET
                        .replace("1000.00", "400000.00")
                        .replace("payments", "trade-finance")
                        .replace("CZ", "SG"));
        added(scene.asManager(), plan + "/budget-lines", """
                {"productLine": "payments", "year": 2026, "amount": {"amount": "200000.00", "currency": "EUR"}}""");
        added(scene.asManager(), plan + "/budget-lines", """
                {"productLine": "cash-management", "year": 2027, "amount": {"amount": "250000.00", "currency": "EUR"},
                 "contracted": {"amount": "40000.00", "currency": "EUR"}}""");
        String action =
                added(scene.asManager(), plan + "/actions", Parts.ACTION.formatted(scene.manager(), "2027-02-28"));
        added(scene.asManager(), plan + "/swot-items", """
                {"kind": "WEAKNESS", "statement": "Nobody of ours knows the treasury in Tokyo", "evidence": "Coverage",
                 "actionId": "%s", "accepted": false}""".formatted(id(action)));
        added(scene.asManager(), plan + "/swot-items", """
                {"kind": "STRENGTH", "statement": "Lead lender since 2019", "evidence": "Facility agreement", "accepted": false}""");
        String contribution = added(
                scene.asManager(),
                plan + "/contributions",
                "{\"productLine\": \"cash-management\", \"specialist\": \"%s\"}".formatted(scene.specialist()));
        scene.asSpecialist()
                .header("If-Match", scene.tagOf(contribution))
                .body("""
                        {"proposal": "A payments hub in Singapore", "expectedRevenue": {"amount": "400000.00", "currency": "EUR"}}""")
                .put(contribution + "/section")
                .then()
                .statusCode(200);
        scene.command(scene.asSpecialist(), contribution, "sign-offs").then().statusCode(201);
        return added(
                scene.asManager(),
                plan + "/opportunities",
                Parts.OPPORTUNITY
                        .formatted("2027-09-01")
                        .replace("\"probability\"", "\"decisionOn\": \"2027-12-01\", \"probability\""));
    }

    private List<String> theBidWaitsFor(String opportunity, List<String> countries) {
        List<String> all = new ArrayList<>();
        String kyc = added(
                scene.asManager(),
                opportunity + "/prerequisites",
                prerequisite("KYC of the Asian entities", "KYC", 40, scene.manager()));
        all.add(kyc);
        all.add(added(
                scene.asManager(),
                opportunity + "/prerequisites",
                prerequisite("Credit facility approved", "FACILITY", 90, scene.manager(), id(kyc))));
        all.add(added(
                scene.asManager(),
                opportunity + "/prerequisites",
                prerequisite("Treasurers met in " + String.join(", ", countries), "CONTACTS", 60, scene.manager())));
        scene.asManager()
                .get(opportunity + "/critical-path")
                .then()
                .body("path", contains(id(all.get(0)), id(all.get(1))))
                .body("readyOn", is("2027-05-20"))
                .body("slackDays", is(104));
        return all;
    }

    private void theLeaderApproves() {
        scene.command(scene.asManager(), plan, "submissions").then().statusCode(201);
        scene.command(scene.asManager(), plan, "approvals").then().statusCode(403);
        scene.command(scene.asLeader(), plan, "approvals").then().statusCode(201);
        scene.asManager()
                .get(plan + "/versions/1")
                .then()
                .body("content.figures.raroc", notNullValue())
                .body("content.figures.exposure.total.drawn.amount", is("80000000.00"))
                .body("content.figures.companies", hasSize(4))
                .body("content.opportunities[0].prerequisites", hasSize(3))
                .body("content.coverage.slots.gap", everyItem(is("NO_CONTACT")));
    }

    private void everyCountryIsAGapUntilItsDecisionMakerIsMet(List<String> countries) {
        for (String country : countries) {
            String contact = added(scene.asManager(), client + "/contacts", Parts.CONTACT.formatted(country));
            added(
                    scene.asManager(),
                    client + "/call-reports",
                    Parts.CALL_REPORT.formatted("2027-03-01", id(contact)).replace("2026-02-15", "2027-03-15"));
        }
        scene.asManager().get(client + "/coverage").then().body("slots.gap", everyItem(nullValue()));
        scene.asManager().get(client + "/relationship-map").then().body("verdict", is("GREEN"));
    }

    private void theRequestArrivesTooEarly(String opportunity) {
        move(opportunity, "RFP")
                .then()
                .statusCode(422)
                .body("code", is("prerequisite-unmet"))
                .body("errors", hasSize(3));
    }

    private void theFacilityIsApproved(List<String> waitedFor) {
        for (String prerequisite : waitedFor) {
            scene.command(scene.asManager(), prerequisite, "fulfilments", "{\"evidence\": \"Minutes of 14 June\"}")
                    .then()
                    .statusCode(201);
        }
    }

    private void whatWasPromisedIsMeasured() {
        String commitment = added(
                scene.asManager(),
                plan + "/commitments",
                Parts.COMMITMENT
                        .formatted("cash-management", "CLIENT_REQUIREMENT")
                        .replace("2026-", "2028-")
                        .replace("1200.00", "120000.00"));
        on("2028-07-01");
        MoneyFacts.rate("USD", "2028-06-30", "1.1010").statusCode(201);
        MoneyFacts.revenue(scene.client() + "-SG", "cash-management", "2028-03-01", "45000.00", "EUR");
        scene.asManager()
                .get(commitment + "/delivery")
                .then()
                .body("expected.amount", is("60000.00"))
                .body("delivered.amount", is("45000.00"))
                .body("underDelivered", is(true));
        watching.look();
        watching.look();
        MoneyFacts.revenue(scene.client() + "-JP", "cash-management", "2028-05-01", "30000.00", "EUR");
        scene.asManager().get(commitment + "/delivery").then().body("underDelivered", is(false));
    }

    private void thePlanIsADocument() throws Exception {
        Response html = scene.asManager().accept("text/html").get(plan + "/versions/1/document");
        html.then().statusCode(200);
        Response now = scene.asManager().accept("application/pdf").get(plan + "/document");
        now.then().statusCode(200);
        keep("version-1.html", html.asByteArray());
        keep(
                "now.html",
                scene.asManager().accept("text/html").get(plan + "/document").asByteArray());
        keep("now.pdf", now.asByteArray());
        assertThat(html.asString())
                .contains(
                        "Version 1, approved by " + scene.leader(),
                        "19.33 %",
                        "Budget against actual",
                        "Share of wallet")
                .contains("Critical path: Payments hub for the Asian entities", "role=\"img\"")
                .doesNotContain("Tan Mei Ling");
        assertThat(now.asByteArray()).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        String specialists =
                scene.asSpecialist().accept("text/html").get(plan + "/document").asString();
        assertThat(specialists).contains("Sign-offs").doesNotContain("RAROC");
    }

    private void everyStepIsInTheHistoryAndOnKafka(TestConsumer events) {
        scene.asManager().get(plan + "/steps").then().body("items.kind", contains("SUBMITTED", "APPROVED"));
        events.await("io.clientele.account-plans.commitment.under-delivered.v1", id(plan));
        List<Received> told = events.records().stream()
                .filter(event -> event.subject().equals(id(plan)))
                .toList();
        assertThat(told)
                .extracting(event -> event.type().replace("io.clientele.account-plans.", ""))
                .contains("plan-health.changed.v1", "account-plan.review-overdue.v1")
                .filteredOn(type -> !BROUGHT_BY_TIME.contains(type))
                .containsExactly(
                        "account-plan.created.v1",
                        "objective.added.v1",
                        "action.assigned.v1",
                        "contribution.requested.v1",
                        "contribution.signed-off.v1",
                        "account-plan.submitted.v1",
                        "account-plan.approved.v1",
                        "account-plan.version-published.v1",
                        "opportunity.stage-changed.v1",
                        "opportunity.at-risk.v1",
                        "opportunity.prerequisite-met.v1",
                        "opportunity.prerequisite-met.v1",
                        "opportunity.prerequisite-met.v1",
                        "opportunity.stage-changed.v1",
                        "opportunity.stage-changed.v1",
                        "opportunity.stage-changed.v1",
                        "commitment.under-delivered.v1");
        assertThat(told)
                .extracting(Received::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, told.size()).boxed().toList());
        List<Received> about = events.records().stream()
                .filter(event -> event.subject().equals(scene.client()))
                .toList();
        assertThat(about)
                .filteredOn(event -> event.type().endsWith("coverage.gap-closed.v1"))
                .hasSize(4);
        EventSchemas.assertValid(told);
        EventSchemas.assertValid(about);
    }

    private Response move(String opportunity, String stage) {
        return scene.command(scene.asManager(), opportunity, "stage-changes", "{\"stage\": \"%s\"}".formatted(stage));
    }

    private void on(String day) {
        TestClock.set(Instant.parse(day + "T08:00:00Z"));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> clock.instant().toString().startsWith(day));
    }

    /** For people to look at. */
    private static void keep(String name, byte[] document) throws java.io.IOException {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name), document);
    }
}
