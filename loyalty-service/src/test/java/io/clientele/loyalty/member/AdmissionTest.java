package io.clientele.loyalty.member;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.termsWith;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.clientele.contracts.segments.MembershipCause;
import io.clientele.contracts.segments.SegmentEntered;
import io.clientele.loyalty.segment.SegmentMembers;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom the terms of a programme let in. */
@LoyaltyTest
class AdmissionTest {

    @Inject
    Bank bank;

    @Inject
    SegmentMembers segments;

    @Test
    void letsInWhoMeetsEveryCondition() {
        UUID segment = UUID.randomUUID();
        String programme = activeProgramme(
                termsWith("{\"segments\":[\"" + segment + "\"],\"products\":[\"ACCOUNT\"],\"staffExcluded\":true}"));
        String customer = bank.clientHolding("ACCOUNT");

        refused(programme, customer, "does not meet the condition `segment`");
        entered(segment, customer);
        String withoutProduct = bank.client();
        entered(segment, withoutProduct);

        refused(programme, withoutProduct, "does not meet the condition `product`");
        enrolled(programme, customer);
    }

    @Test
    void keepsOwnStaffOutWhereTheTermsSaySo() {
        String employee = bank.clientWho("staff");

        refused(
                activeProgramme(termsWith("{\"staffExcluded\":true}")),
                employee,
                "does not meet the condition `staff`");
        enrolled(activeProgramme(), employee);
    }

    @Test
    void reportsWhomABatchCouldNotLetIn() {
        String programme = activeProgramme(termsWith("{\"staffExcluded\":true}"));
        String employee = bank.clientWho("staff");
        String customer = bank.client();

        String batch = operator()
                .body(Map.of("clientIds", List.of(employee, customer), "acceptedTerms", "2026-01"))
                .post("/v1/loyalty-programmes/" + programme + "/members/batches")
                .header("Location");

        await().untilAsserted(() -> operator()
                .get(batch)
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("enrolled", equalTo(1))
                .body("notEligible", equalTo(1)));
        operator()
                .queryParam("outcome", "NOT_ELIGIBLE")
                .get(batch + "/clients")
                .then()
                .body("items.clientId", equalTo(List.of(employee)));
        operator()
                .queryParam("client", customer)
                .get("/v1/loyalty-programmes/" + programme + "/members")
                .then()
                .body("items[0].acceptedTerms", equalTo("2026-01"));
    }

    @Test
    void asksForTheTermsWhereTheyHaveToBeAccepted() {
        String members =
                "/v1/loyalty-programmes/" + activeProgramme(termsWith("{\"acceptanceRequired\":true}")) + "/members";
        String client = bank.client();

        operator()
                .body(Map.of("clientId", client))
                .post(members)
                .then()
                .statusCode(422)
                .body("code", equalTo("terms-not-accepted"));
        operator()
                .body(Map.of("clientIds", List.of(client)))
                .post(members + "/batches")
                .then()
                .statusCode(422)
                .body("code", equalTo("terms-not-accepted"));
        operator()
                .body(Map.of("clientId", client, "acceptedTerms", "2025-01"))
                .post(members)
                .then()
                .statusCode(422)
                .body("code", equalTo("terms-unknown"));
        Response enrolled = Bank.client(client)
                .body(Map.of("clientId", client, "acceptedTerms", "2026-01"))
                .post(members);
        enrolled.then()
                .statusCode(201)
                .body("acceptedTerms", equalTo("2026-01"))
                .body("termsAcceptedAt", notNullValue());
    }

    @Test
    void keepsWhichTermsAMemberAccepted() {
        String member = enrolled(activeProgramme(), bank.client());

        commands(member + "/terms-acceptances", Map.of("acceptedTerms", "2031-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("terms-unknown"));
        commands(member + "/terms-acceptances", Map.of("acceptedTerms", "2026-01"))
                .then()
                .statusCode(201)
                .body("acceptedTerms", equalTo("2026-01"));
    }

    private static void refused(String programme, String client, String finding) {
        operator()
                .body(Map.of("clientId", client))
                .post("/v1/loyalty-programmes/" + programme + "/members")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-eligible"))
                .body("errors[0].detail", equalTo(finding));
    }

    private void entered(UUID segment, String client) {
        Work.of("test")
                .run(() -> QuarkusTransaction.requiringNew()
                        .run(() -> segments.apply(
                                new SegmentEntered(
                                        client, segment, "s", 1, Instant.now(), MembershipCause.ACTIVITY, "/"),
                                1)));
    }
}
