package io.clientele.loyalty.onboarding;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.as;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.contracts.Topics;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.TestConsumer;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members, tiers and points of an old programme, by file. */
@LoyaltyTest
class MembershipImportTest {

    private static final String TIERS = """
            ,"tiers":{"currency":"POINTS","tiers":[{"key":"silver","name":"Silver","threshold":1000},{"key":"gold","name":"Gold","threshold":5000}]}""";

    private static final String HEADER =
            "programmeId,clientId,joinedOn,tier,points,currency,reference,earnedOn,expiresOn\n";

    @Inject
    Bank bank;

    @Test
    void takesMembersTiersAndPointsOverOnce() {
        String programme = activeProgramme(terms("Old and new", "", TIERS));
        String first = bank.client();
        String second = bank.client();
        String file = HEADER
                + programme + "," + first + ",2019-03-01,gold,4200,POINTS,lot-1-" + first + ",2025-06-30,2999-12-31\n"
                + programme + "," + first + ",2019-03-01,,300,POINTS,lot-2-" + first + ",2024-01-31,\n"
                + programme + "," + second + ",2020-05-31,,,,,,\n";
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {

            imported(file).then().body("accepted", equalTo(3)).body("rejected", equalTo(0));

            String member = memberOf(programme, first);
            EventSchemas.assertValid(List.of(
                    subscriber.await("io.clientele.loyalty.member.enrolled.v1", id(member)),
                    subscriber.await("io.clientele.loyalty.points.adjusted.v1", id(member)),
                    subscriber.await("io.clientele.loyalty.tier.changed.v1", id(member))));
            assertThat(balance(member, "available")).isEqualTo(4500);
            operator()
                    .get(member)
                    .then()
                    .body("joinedAt", equalTo("2019-02-28T23:00:00Z"))
                    .body("enrolledOn", equalTo("2019-03-01"));
            operator().get(member + "/tier-progress").then().body("tier", equalTo("gold"));
            operator()
                    .get(member + "/lots")
                    .then()
                    .body("earnedAt", equalTo(List.of("2025-06-29T22:00:00Z", "2024-01-30T23:00:00Z")));
            operator().get(memberOf(programme, second)).then().body("enrolledOn", equalTo("2020-05-31"));

            imported(file).then().body("accepted", equalTo(0)).body("duplicates", equalTo(3));

            assertThat(balance(member, "available")).isEqualTo(4500);
            assertThat(booksAgree(programme)).isTrue();
        }
    }

    @Test
    void rejectsBadLinesOneByOne() {
        String programme = activeProgramme(terms("Old and new", "", TIERS));
        String client = bank.client();
        String left = bank.client();
        String member = enrolled(programme, left);
        operator().header("If-Match", "*").post(member + "/departures").then().statusCode(201);
        String file = HEADER
                + programme + ",nobody,,,,,,,\n"
                + programme + "," + client + ",2999-01-01,,,,,,\n"
                + programme + "," + client + ",,platinum,,,,,\n"
                + programme + "," + client + ",,,10,MILES,r-1,,\n"
                + programme + "," + client + ",,,10,POINTS,,,\n"
                + programme + "," + client + ",,,10,POINTS,r-2,,2001-01-01\n"
                + java.util.UUID.randomUUID() + "," + client + ",,,,,,,\n"
                + programme + "," + left + ",,,10,POINTS,r-3,,\n"
                + programme + "," + client + ",,silver,,,,,\n";

        Response job = imported(file);

        job.then().body("accepted", equalTo(1)).body("rejected", equalTo(8));
        Response rejections = as(Bank.APPROVER, Roles.LOYALTY_APPROVER)
                .get("/v1/memberships/imports/" + job.path("id") + "/rejections");
        assertThat(rejections.<List<String>>path("items.pointer"))
                .containsExactly(
                        "/clientId",
                        "/joinedOn",
                        "/tier",
                        "/currency",
                        "/points",
                        "/expiresOn",
                        "/programmeId",
                        "/clientId");
    }

    @Test
    void keepsAHigherTierAndTheFirstDayOfMembersOfBefore() {
        String programme = activeProgramme(terms("Old and new", "", TIERS));
        String client = bank.client();
        imported(HEADER + programme + "," + client + ",,gold,,,,,\n").then().body("accepted", equalTo(1));
        String joined = operator().get(memberOf(programme, client)).path("joinedAt");

        imported(HEADER + programme + "," + client + ",2001-01-01,silver,,,,,\n")
                .then()
                .body("duplicates", equalTo(1));

        operator().get(memberOf(programme, client)).then().body("joinedAt", equalTo(joined));
        operator().get(memberOf(programme, client) + "/tier-progress").then().body("tier", equalTo("gold"));
    }

    @Test
    void isSentByAnApproverOrASystemOnly() {
        operator()
                .contentType("text/csv")
                .body(HEADER)
                .post("/v1/memberships/imports")
                .then()
                .statusCode(403);
    }

    private static Response imported(String file) {
        String path = as(Bank.APPROVER, Roles.LOYALTY_APPROVER)
                .contentType("text/csv")
                .body(file)
                .post("/v1/memberships/imports")
                .header("Location");
        return await().until(
                        () -> as(Bank.APPROVER, Roles.LOYALTY_APPROVER).get(path),
                        job -> "COMPLETED".equals(job.path("state")));
    }

    private static String memberOf(String programme, String client) {
        String members = "/v1/loyalty-programmes/" + programme + "/members";
        return members + "/"
                + operator().queryParam("client", client).get(members).path("items[0].id");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
