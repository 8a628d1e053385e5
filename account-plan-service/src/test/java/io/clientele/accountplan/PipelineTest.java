package io.clientele.accountplan;

import static io.clientele.accountplan.Parts.added;
import static io.clientele.accountplan.Parts.id;
import static io.clientele.accountplan.Parts.prerequisite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestConsumer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opportunities with what they depend on, the bargain beside credit, the people, and who has what to do. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class PipelineTest {

    @Inject
    KnownClients clients;

    @Inject
    Database database;

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
    void aBidDoesNotBeginWithAnUnmetBlocker() {
        String opportunity = opportunity(90);
        String facility = added(
                scene.asManager(),
                opportunity + "/prerequisites",
                prerequisite("Facility approved", "FACILITY", 30, scene.specialist()));
        move(opportunity, "PRE_RFP").then().statusCode(201);

        move(opportunity, "RFP")
                .then()
                .statusCode(422)
                .body("code", is("prerequisite-unmet"))
                .body("errors.pointer", contains("/prerequisites/" + id(facility)));
        meet(facility).then().statusCode(201).body("metBy", is(scene.manager()));
        move(opportunity, "RFP").then().statusCode(201).body("stage", is("RFP"));
        move(opportunity, "WON").then().statusCode(409).body("code", is("stage-not-reachable"));
        meet(facility).then().statusCode(409);
    }

    @Test
    void theOwnerOfAPrerequisiteMeetsItAndNobodyElseOutsideThePlan() {
        String facility = added(
                scene.asManager(),
                opportunity(90) + "/prerequisites",
                prerequisite("Facility approved", "FACILITY", 30, "somebody-else"));
        added(
                scene.asManager(),
                plan + "/contributions",
                "{\"productLine\": \"lending\", \"specialist\": \"%s\"}".formatted(scene.specialist()));

        scene.command(scene.asSpecialist(), facility, "fulfilments", "{\"evidence\": \"minutes\"}")
                .then()
                .statusCode(403)
                .body("code", is("not-prerequisite-owner"));
    }

    @Test
    void losingNeedsAReason() {
        String opportunity = opportunity(90);

        move(opportunity, "LOST").then().statusCode(422).body("code", is("reason-missing"));
        scene.command(scene.asManager(), opportunity, "stage-changes", "{\"stage\": \"LOST\", \"reason\": \"Price\"}")
                .then()
                .statusCode(201)
                .body("reasonOfLoss", is("Price"));
    }

    @Test
    void prerequisitesThatWaitForEachOtherAreRefused() {
        String opportunity = opportunity(90);
        String one = added(
                scene.asManager(), opportunity + "/prerequisites", prerequisite("KYC", "KYC", 10, scene.manager()));
        String other = added(
                scene.asManager(),
                opportunity + "/prerequisites",
                prerequisite("Facility", "FACILITY", 10, scene.manager(), id(one)));

        scene.asManager()
                .header("If-Match", scene.tagOf(one))
                .body(prerequisite("KYC", "KYC", 10, scene.manager(), id(other)))
                .put(one)
                .then()
                .statusCode(422)
                .body("code", is("prerequisite-cycle"));
        scene.asManager().get(one).then().body("dependsOn", hasSize(0));
    }

    @Test
    void latenessIsToldOnceUntilItIsCured() {
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            String opportunity = opportunity(50);
            String one = added(
                    scene.asManager(), opportunity + "/prerequisites", prerequisite("KYC", "KYC", 30, scene.manager()));
            scene.asManager()
                    .get(opportunity + "/critical-path")
                    .then()
                    .body("late", is(false))
                    .body("slackDays", is(20));
            added(
                    scene.asManager(),
                    opportunity + "/prerequisites",
                    prerequisite("Facility", "FACILITY", 30, scene.manager(), id(one)));

            scene.asManager()
                    .get(opportunity + "/critical-path")
                    .then()
                    .statusCode(200)
                    .body("late", is(true))
                    .body("slackDays", is(-10))
                    .body("path", hasSize(2))
                    .body("steps.find { it.prerequisiteId == '%s' }.slackDays".formatted(id(one)), lessThan(0));
            scene.asManager().get(opportunity).then().body("atRisk", is(true));
            meet(one).then().statusCode(201);
            scene.asManager().get(opportunity).then().body("atRisk", is(false));

            events.await("io.clientele.account-plans.opportunity.prerequisite-met.v1", id(plan));
            List<Received> told = events.records().stream()
                    .filter(event -> event.subject().equals(id(plan)))
                    .toList();
            assertThat(told)
                    .filteredOn(event -> event.type().endsWith("at-risk.v1"))
                    .hasSize(1);
            EventSchemas.assertValid(told);
        }
    }

    @Test
    void livingPartsOpenNoDraftAndEndWithThePlan() {
        String approved = scene.approvedPlanOf(plan);
        String opportunity = opportunity(90);
        move(opportunity, "PRE_RFP").then().statusCode(201);
        scene.asManager().get(approved).then().body("state", is("APPROVED"));
        scene.command(scene.asManager(), approved, "archivals").then().statusCode(201);

        move(opportunity, "RFP").then().statusCode(409).body("code", is("plan-archived"));
    }

    @Test
    void onlyAConditionOfTheBankOutsideTraditionalProductsWaitsForCompliance() {
        String free =
                added(scene.asManager(), plan + "/commitments", Parts.COMMITMENT.formatted("payments", "EXPECTATION"));
        String traditional = added(
                scene.asManager(),
                plan + "/commitments",
                Parts.COMMITMENT.formatted("cash-management", "BANK_CONDITION"));
        String tied = added(
                scene.asManager(), plan + "/commitments", Parts.COMMITMENT.formatted("payments", "BANK_CONDITION"));

        scene.asManager().get(free).then().body("status", is("ACTIVE"));
        scene.asManager().get(traditional).then().body("status", is("ACTIVE"));
        scene.asManager().get(tied).then().body("status", is("WAITS_FOR_COMPLIANCE"));
        scene.command(scene.asLeader(), tied, "compliance-approvals").then().statusCode(403);
        scene.command(Scene.asRole(Roles.COMPLIANCE), free, "compliance-approvals")
                .then()
                .statusCode(409)
                .body("code", is("approval-not-needed"));
        scene.command(Scene.asRole(Roles.COMPLIANCE), tied, "compliance-approvals")
                .then()
                .statusCode(201)
                .body("status", is("ACTIVE"))
                .body("approvedBy", is("someone"));
    }

    @Test
    void aChangedConditionWaitsForComplianceAgain() {
        String tied = added(
                scene.asManager(), plan + "/commitments", Parts.COMMITMENT.formatted("payments", "BANK_CONDITION"));
        scene.command(Scene.asRole(Roles.COMPLIANCE), tied, "compliance-approvals")
                .then()
                .statusCode(201);

        scene.asManager()
                .header("If-Match", scene.tagOf(tied))
                .body(Parts.COMMITMENT.formatted("payments", "BANK_CONDITION").replace("1200.00", "9600.00"))
                .put(tied)
                .then()
                .statusCode(200)
                .body("status", is("WAITS_FOR_COMPLIANCE"))
                .body("approvedBy", nullValue());
    }

    @Test
    void deliveryIsMeasuredByBookedRevenue() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        String commitment = added(
                scene.asManager(),
                plan + "/commitments",
                Parts.COMMITMENT
                        .formatted("payments", "EXPECTATION")
                        .replace("2026-01-01", today.minusMonths(3).toString())
                        .replace("2026-12-31", today.plusMonths(9).minusDays(1).toString()));
        MoneyFacts.revenue(scene.client(), "payments", today.minusMonths(2).toString(), "100.00", "EUR");
        MoneyFacts.revenue(scene.client(), "cards", today.minusMonths(2).toString(), "5000.00", "EUR");
        MoneyFacts.revenue(scene.client(), "payments", today.minusMonths(4).toString(), "5000.00", "EUR");

        scene.asManager()
                .get(commitment + "/delivery")
                .then()
                .statusCode(200)
                .body("expected.amount", is("300.00"))
                .body("delivered.amount", is("100.00"))
                .body("shortfall.amount", is("200.00"))
                .body("underDelivered", is(true));
    }

    @Test
    void aCountryIsAGapUntilItsDecisionMakerIsMet() {
        try (TestConsumer events = TestConsumer.fromNow(Topics.ACCOUNT_PLANS)) {
            scene.asManager().get(client + "/coverage").then().body("slots[0].gap", is("NO_CONTACT"));
            String contact = added(scene.asManager(), client + "/contacts", Parts.CONTACT.formatted("CZ"));
            scene.asManager()
                    .get(client + "/coverage")
                    .then()
                    .body("slots[0].gap", is("NOT_MET"))
                    .body("singleThreaded", contains("CZ"));
            String report = added(
                    scene.asManager(),
                    client + "/call-reports",
                    Parts.CALL_REPORT.formatted(LocalDate.now(ZoneOffset.UTC), id(contact)));
            scene.asManager()
                    .get(client + "/coverage")
                    .then()
                    .body("slots[0].gap", nullValue())
                    .body("slots[0].contacts", is(1));

            scene.asManager().get(report).then().body("confidentialNotes", is("The treasurer leaves in June."));
            events.await("io.clientele.account-plans.coverage.gap-closed.v1", scene.client());
            List<Received> told = events.records().stream()
                    .filter(event -> event.subject().equals(scene.client()))
                    .toList();
            EventSchemas.assertValid(told);
            assertThat(told)
                    .extracting(event -> event.type().replace("io.clientele.account-plans.", ""))
                    .containsExactly("coverage.gap-opened.v1", "call-report.recorded.v1", "coverage.gap-closed.v1");
            assertThat(told).noneMatch(event -> String.valueOf(event.value()).contains("September"));
        }
    }

    @Test
    void aSpecialistReadsNoConfidentialNotes() {
        String contact = added(scene.asManager(), client + "/contacts", Parts.CONTACT.formatted("CZ"));
        String report = added(
                scene.asManager(), client + "/call-reports", Parts.CALL_REPORT.formatted("2026-01-15", id(contact)));
        added(
                scene.asManager(),
                plan + "/contributions",
                "{\"productLine\": \"lending\", \"specialist\": \"%s\"}".formatted(scene.specialist()));

        scene.asSpecialist()
                .get(report)
                .then()
                .statusCode(200)
                .body("outcome", is("They will ask in September."))
                .body("confidentialNotes", nullValue());
    }

    @Test
    void anErasedContactIsForgottenAndItsRoleStays() throws Exception {
        String contact = added(scene.asManager(), client + "/contacts", Parts.CONTACT.formatted("CZ"));

        scene.asManager()
                .header("If-Match", scene.tagOf(contact))
                .post(contact + "/erasures")
                .then()
                .statusCode(201)
                .body("name", nullValue())
                .body("function", is("Group treasurer"));

        long left = database.asSystem(connection -> Database.count(
                connection, "select count(*) from contact_person where contact_id = cast(? as uuid)", id(contact)));
        assertThat(left).isZero();
    }

    @Test
    void influenceIsOnContactsOfTheSameClient() {
        String one = added(scene.asManager(), client + "/contacts", Parts.CONTACT.formatted("CZ"));
        added(
                scene.asManager(),
                client + "/contacts",
                Parts.CONTACT
                        .formatted("SG")
                        .replace("{\"name\"", "{\"influences\": [\"%s\"], \"name\"".formatted(id(one))));
        Scene other = Scene.of(clients);

        other.asManager()
                .body(Parts.CONTACT
                        .formatted("SG")
                        .replace("{\"name\"", "{\"influences\": [\"%s\"], \"name\"".formatted(id(one))))
                .post("/v1/clients/" + other.client() + "/contacts")
                .then()
                .statusCode(422)
                .body("code", is("contact-unknown"));
    }

    @Test
    void everybodySeesTheOwnTasksByTheirDays() {
        String opportunity = opportunity(90);
        added(
                scene.asManager(),
                plan + "/contributions",
                "{\"productLine\": \"lending\", \"specialist\": \"%s\"}".formatted(scene.specialist()));
        String late =
                added(scene.asManager(), plan + "/actions", Parts.ACTION.formatted(scene.specialist(), "2026-01-31"));
        added(scene.asManager(), opportunity + "/prerequisites", prerequisite("KYC", "KYC", 10, scene.specialist()));
        added(scene.asManager(), plan + "/actions", Parts.ACTION.formatted(scene.manager(), "2026-01-31"));

        scene.asSpecialist()
                .get("/v1/tasks")
                .then()
                .statusCode(200)
                .body("items.kind", contains("ACTION", "PREREQUISITE", "CONTRIBUTION"))
                .body("items[0].path", is(late))
                .body("items[0].overdue", is(true))
                .body("items[2].dueOn", nullValue());
        String next =
                scene.asSpecialist().get("/v1/tasks?limit=2").then().extract().path("next");
        scene.asSpecialist()
                .get("/v1/tasks?limit=2&cursor=" + next)
                .then()
                .body("items.kind", contains("CONTRIBUTION"));

        scene.command(scene.asSpecialist(), late, "closures", "{\"done\": true, \"outcome\": \"Sent\"}")
                .then()
                .statusCode(201)
                .body("status", is("DONE"));
        scene.asSpecialist().get("/v1/tasks").then().body("items", hasSize(2));
        scene.command(scene.asManager(), late, "closures", "{\"done\": false, \"outcome\": \"No\"}")
                .then()
                .statusCode(409);
    }

    private String opportunity(int daysToRequest) {
        return added(
                scene.asManager(),
                plan + "/opportunities",
                Parts.OPPORTUNITY.formatted(LocalDate.now(ZoneOffset.UTC).plusDays(daysToRequest)));
    }

    private io.restassured.response.Response move(String opportunity, String stage) {
        return scene.command(scene.asManager(), opportunity, "stage-changes", "{\"stage\": \"%s\"}".formatted(stage));
    }

    private io.restassured.response.Response meet(String prerequisite) {
        return scene.command(
                scene.asManager(),
                prerequisite,
                "fulfilments",
                "{\"evidence\": \"Credit committee, minutes 12/2026\"}");
    }
}
