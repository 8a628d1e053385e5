package io.clientele.loyalty.programme;

import static io.clientele.loyalty.testing.Bank.approver;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.contracts.Topics;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.EventSchemas;
import io.clientele.testing.Received;
import io.clientele.testing.TestClock;
import io.clientele.testing.TestConsumer;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LoyaltyTest
class ProgrammesTest {

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void opensByFourEyesAndTellsSubscribers() {
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            Response drafted = operator().body(terms("Household rewards")).post("/v1/loyalty-programmes");
            drafted.then()
                    .statusCode(201)
                    .body("state", equalTo("DRAFT"))
                    .body("inForce", nullValue())
                    .body("inTheMaking.number", equalTo(1));
            String path = drafted.header("Location");
            Response submitted =
                    operator().header("If-Match", drafted.header("ETag")).post(path + "/reviews");
            submitted.then().statusCode(201).body("state", equalTo("IN_REVIEW"));

            Bank.as(Bank.OPERATOR, Roles.LOYALTY_APPROVER)
                    .header("If-Match", submitted.header("ETag"))
                    .body("{}")
                    .post(path + "/approvals")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("four-eyes"));
            approver()
                    .header("If-Match", submitted.header("ETag"))
                    .body("{}")
                    .post(path + "/approvals")
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("ACTIVE"))
                    .body("inForce.number", equalTo(1))
                    .body("inForce.makers", equalTo(List.of(Bank.OPERATOR)))
                    .body("inTheMaking", nullValue());

            Received activated = subscriber.await("io.clientele.loyalty.programme.activated.v1", drafted.path("id"));
            EventSchemas.assertValid(List.of(activated));
            assertThat(activated.value()).contains("\"version\":1").contains(path);
        }
    }

    @Test
    void refusesAChangeOfWhatOthersChangedMeanwhile() {
        Response drafted = operator().body(terms("Household rewards")).post("/v1/loyalty-programmes");
        String path = drafted.header("Location");
        operator()
                .header("If-Match", drafted.header("ETag"))
                .body(terms("Renamed"))
                .put(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed"));

        operator()
                .header("If-Match", drafted.header("ETag"))
                .body(terms("Renamed again"))
                .put(path)
                .then()
                .statusCode(412);
        operator().body(terms("Renamed again")).put(path).then().statusCode(428);
    }

    @Test
    void announcesALaterVersionWhenItsTimeComes() {
        String programme = Bank.activeProgramme();
        String path = "/v1/loyalty-programmes/" + programme;
        try (TestConsumer subscriber = TestConsumer.fromNow(Topics.LOYALTY)) {
            String tag = operator().get(path).header("ETag");
            tag = operator()
                    .header("If-Match", tag)
                    .body(terms("Household rewards", "{\"type\":\"NEVER\"}"))
                    .put(path)
                    .header("ETag");
            tag = operator().header("If-Match", tag).post(path + "/reviews").header("ETag");
            approver()
                    .header("If-Match", tag)
                    .body("{\"effectiveFrom\":\"" + TestClock.now().plus(Duration.ofDays(10)) + "\"}")
                    .post(path + "/approvals")
                    .then()
                    .statusCode(201)
                    .body("inForce.number", equalTo(1));

            TestClock.advance(Duration.ofDays(11));

            subscriber.await(record -> record.type().equals("io.clientele.loyalty.programme.activated.v1")
                    && record.subject().equals(programme)
                    && String.valueOf(record.value()).contains("\"version\":2"));
            operator().get(path).then().body("inForce.number", equalTo(2));
            operator().get(path + "/versions").then().body("size()", equalTo(2));
        }
    }

    @Test
    void namesTheFieldThatIsWrong() {
        operator()
                .body(terms("Household rewards").replace("Europe/Prague", "Europe/Atlantis"))
                .post("/v1/loyalty-programmes")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/timeZone"));
        operator()
                .body(terms("Household rewards").replace("\"currency\":\"POINTS\"", "\"currency\":\"MILES\""))
                .post("/v1/loyalty-programmes")
                .then()
                .statusCode(422)
                .body("code", equalTo("terms-inconsistent"))
                .body("errors[0].pointer", equalTo("/rules/0/currency"));
        operator()
                .body(terms("Household rewards").replace("\"eq\":\"HOUSEHOLD\"", "\"eq\":\"HOUSEHOLD\",\"ne\":\"X\""))
                .post("/v1/loyalty-programmes")
                .then()
                .statusCode(422);
    }

    @Test
    void showsPagesOfProgrammes() {
        Bank.activeProgramme();
        Bank.activeProgramme();
        Response first =
                operator().queryParam("limit", 1).queryParam("state", "ACTIVE").get("/v1/loyalty-programmes");

        Response second =
                operator().queryParam("cursor", first.<String>path("next")).get("/v1/loyalty-programmes");

        assertThat(first.<List<String>>path("items.id")).hasSize(1);
        assertThat(second.<String>path("items[0].id")).isNotEqualTo(first.path("items[0].id"));
        operator()
                .queryParam("state", "NONSENSE")
                .get("/v1/loyalty-programmes")
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-malformed"));
    }
}
