package io.clientele.loyalty.review;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.approver;
import static io.clientele.loyalty.testing.Bank.as;
import static io.clientele.loyalty.testing.Bank.atOnce;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.pays;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.TestClock;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes too fast waits for a second pair of eyes. */
@LoyaltyTest
class EarningReviewsTest {

    private static final String WATCHED =
            ",\"watches\":[{\"key\":\"many-payments\",\"within\":\"PT1H\",\"activities\":2}]";

    @Inject
    Bank bank;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void holdsWhatGoesBeyondAndNoMore() {
        String programme = activeProgramme(terms("Watched", "", WATCHED));
        String member = enrolled(programme, bank.client());
        pays(member, id(), 100).then().body("transactions[0].heldBy", nullValue());
        pays(member, id(), 100).then().body("transactions[0].pending", equalTo(false));

        pays(member, id(), 100)
                .then()
                .statusCode(201)
                .body("transactions[0].heldBy", equalTo("many-payments"))
                .body("transactions[0].pending", equalTo(true));

        assertThat(balance(member, "available")).isEqualTo(2);
        assertThat(balance(member, "pending")).isEqualTo(1);
        TestClock.advance(Duration.ofMinutes(61));
        pays(member, id(), 100).then().body("transactions[0].heldBy", nullValue());
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void holdsByThePointsOfAKindOfActivity() {
        String programme = activeProgramme(terms(
                "Watched",
                "",
                ",\"watches\":[{\"key\":\"much\",\"activityType\":\"transaction\",\"within\":\"P1D\",\"points\":10}]"));
        String member = enrolled(programme, bank.client());

        pays(member, id(), 1000).then().body("transactions[0].heldBy", nullValue());
        pays(member, id(), 100).then().body("transactions[0].heldBy", equalTo("much"));
    }

    @Test
    void neverActivatesWhatIsHeldByItselfOrByHand() {
        String programme = activeProgramme(terms("Watched", ",\"activation\":{\"after\":\"P1D\"}", WATCHED));
        String member = enrolled(programme, bank.client());
        pays(member, id(), 100);
        pays(member, id(), 100);
        Response held = pays(member, id(), 100);

        commands(transaction(member, held) + "/activations", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-pending"));
        TestClock.advance(Duration.ofDays(3));
        org.awaitility.Awaitility.await().until(() -> balance(member, "available") == 2);

        assertThat(balance(member, "pending")).isEqualTo(1);
        assertThat(decide(approver(), review(programme), "releases").statusCode())
                .isEqualTo(201);
        assertThat(balance(member, "available")).isEqualTo(3);
    }

    @Test
    void keepsTheWaitOfTheRuleAfterARelease() {
        String programme = activeProgramme(terms("Watched", ",\"activation\":{\"after\":\"P5D\"}", WATCHED));
        String member = enrolled(programme, bank.client());
        List.of(1, 2, 3).forEach(i -> pays(member, id(), 100));

        decide(approver(), review(programme), "releases").then().statusCode(201);

        assertThat(balance(member, "available")).isZero();
        TestClock.advance(Duration.ofDays(6));
        org.awaitility.Awaitility.await().until(() -> balance(member, "available") == 3);
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void isDecidedOnceByAnotherPersonAndAudited() {
        String programme = activeProgramme(terms("Watched", "", WATCHED));
        String member = enrolled(programme, bank.client());
        List.of(1, 2, 3).forEach(i -> pays(member, id(), 100));
        String review = review(programme);
        RequestSpecification whoReported = as(Bank.OPERATOR, Roles.LOYALTY_APPROVER);

        decide(whoReported, review, "releases").then().statusCode(403).body("code", equalTo("four-eyes"));
        decide(operator(), review, "releases").then().statusCode(403);
        List<Response> decisions = atOnce(20, i -> decide(approver(), review, i % 2 == 0 ? "releases" : "rejections"));

        assertThat(decisions).filteredOn(reply -> reply.statusCode() == 201).hasSize(1);
        assertThat(decisions)
                .filteredOn(reply -> reply.statusCode() != 201)
                .allSatisfy(reply -> assertThat(reply.statusCode()).isIn(409, 412));
        as("audrey", Roles.AUDITOR)
                .queryParam("resourceType", "earning-review")
                .queryParam("resourceId", review.substring(review.lastIndexOf('/') + 1))
                .get("/v1/audit-records")
                .then()
                .statusCode(200)
                .body("items.actor", hasItem(Bank.APPROVER));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void takesARejectedEarningBackAndGivesItsRoomInTheCapBack() {
        String programme = activeProgramme(terms(
                "Watched",
                ",\"caps\":[\"monthly\"]",
                ",\"caps\":[{\"key\":\"monthly\",\"scope\":\"MEMBER\",\"period\":\"MONTH\",\"points\":3}]" + WATCHED));
        String member = enrolled(programme, bank.client());
        List.of(1, 2, 3).forEach(i -> pays(member, id(), 100));
        pays(member, id(), 100).then().statusCode(200);
        String review = review(programme);

        operatorsRejectionWithoutReason(review).then().statusCode(422);
        decide(approver(), review, "rejections").then().statusCode(201).body("state", equalTo("REJECTED"));

        assertThat(balance(member, "pending")).isZero();
        assertThat(balance(member, "available")).isEqualTo(2);
        TestClock.advance(Duration.ofHours(2));
        pays(member, id(), 100).then().statusCode(201).body("transactions[0].points", equalTo(1));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void letsExactlyAsManyThroughHoweverManyComeAtOnce() {
        String programme = activeProgramme(terms("Watched", "", WATCHED));
        String member = enrolled(programme, bank.client());

        List<Response> replies = atOnce(60, i -> pays(member, id(), 100));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.statusCode()).isEqualTo(201));
        assertThat(balance(member, "available")).isEqualTo(2);
        assertThat(balance(member, "pending")).isEqualTo(58);
        operator()
                .queryParam("state", "OPEN")
                .queryParam("limit", 500)
                .get("/v1/loyalty-programmes/" + programme + "/earning-reviews")
                .then()
                .body("items.size()", equalTo(58));
    }

    private static String review(String programme) {
        String path = "/v1/loyalty-programmes/" + programme + "/earning-reviews";
        String id = operator().queryParam("state", "OPEN").get(path).path("items[0].id");
        operator().get(path + "/" + id).then().statusCode(200).body("watch", equalTo("many-payments"));
        return path + "/" + id;
    }

    private static Response decide(RequestSpecification who, String review, String decision) {
        return who.header("If-Match", "*")
                .header("Idempotency-Key", id())
                .body(Map.of("remark", "Looked into."))
                .post(review + "/" + decision);
    }

    private static Response operatorsRejectionWithoutReason(String review) {
        return approver()
                .header("If-Match", "*")
                .header("Idempotency-Key", id())
                .body("{}")
                .post(review + "/rejections");
    }

    private static String transaction(String member, Response earned) {
        return member + "/transactions/" + earned.path("transactions[0].transactionId");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
