package io.clientele.loyalty.correction;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.as;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.loyalty.client.EndingClients;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims for missing points. */
@LoyaltyTest
class ClaimsTest {

    @Inject
    Bank bank;

    @Inject
    EndingClients ending;

    private String programme = "";
    private String client = "";
    private String member = "";

    @BeforeEach
    void enrol() {
        programme = activeProgramme();
        client = bank.client();
        member = enrolled(programme, client);
    }

    @Test
    void creditsWhatIsGranted() {
        String claim = claimed(Bank.client(client), 120).header("Location");

        commands(claim + "/grants", Map.of("points", 100, "answer", "found"))
                .then()
                .statusCode(201)
                .body("state", equalTo("GRANTED"))
                .body("granted", equalTo(100))
                .body("adjustmentState", equalTo("POSTED"));

        assertThat(balance(member, "available")).isEqualTo(100);
        Bank.client(client)
                .get("/v1/loyalty-programmes/" + programme + "/claims")
                .then()
                .body("items.answer", equalTo(List.of("found")));
        commands(claim + "/grants", Map.of()).then().statusCode(409).body("code", equalTo("claim-decided"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void needsASecondPersonAboveTheLimit() {
        String claim = claimed(as("sarah", Roles.SERVICE_AGENT), 5000).header("Location");

        Response granted = commands(claim + "/grants", Map.of());

        granted.then().statusCode(201).body("adjustmentState", equalTo("PROPOSED"));
        assertThat(balance(member, "available")).isZero();
        Bank.approver()
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/loyalty-programmes/" + programme + "/adjustments/" + granted.path("adjustmentId")
                        + "/approvals")
                .then()
                .statusCode(201);
        assertThat(balance(member, "available")).isEqualTo(5000);
        operator().get(claim).then().body("adjustmentState", equalTo("POSTED"));
    }

    @Test
    void isNotDecidedByWhoOpenedIt() {
        String claim = claimed(operator(), 120).header("Location");

        commands(claim + "/grants", Map.of()).then().statusCode(403).body("code", equalTo("four-eyes"));
        commands(claim + "/rejections", Map.of("answer", "no")).then().statusCode(403);
        commands(claim + "/withdrawals", "").then().statusCode(201).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void movesNothingWhenItIsRejected() {
        String claim = claimed(Bank.client(client), 120).header("Location");

        commands(claim + "/rejections", Map.of("answer", "refunded"))
                .then()
                .statusCode(201)
                .body("state", equalTo("REJECTED"));

        assertThat(balance(member, "available")).isZero();
    }

    @Test
    void belongsToTheClientAlone() {
        String claim = claimed(Bank.client(client), 120).header("Location");
        String other = bank.client();

        Bank.client(other).get(claim).then().statusCode(404);
        claimed(Bank.client(other), 120).then().statusCode(404);
        as("another", Roles.RELATIONSHIP_MANAGER).get(claim).then().statusCode(404);
    }

    @Test
    void losesItsEvidenceWhenThePersonIsErased() {
        String claim = claimed(Bank.client(client), 120).header("Location");
        operator().get(claim).then().body("evidence", equalTo("Order 4711."));

        Work.of("test").run(() -> QuarkusTransaction.requiringNew().run(() -> ending.erase(client)));

        operator().get(claim).then().statusCode(200).body("evidence", nullValue());
    }

    private Response claimed(RequestSpecification caller, long points) {
        return caller.header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "memberId",
                        member.substring(member.lastIndexOf('/') + 1),
                        "currency",
                        "POINTS",
                        "points",
                        points,
                        "activityType",
                        "transaction",
                        "happenedOn",
                        "2020-01-31",
                        "evidence",
                        "Order 4711."))
                .post("/v1/loyalty-programmes/" + programme + "/claims");
    }
}
