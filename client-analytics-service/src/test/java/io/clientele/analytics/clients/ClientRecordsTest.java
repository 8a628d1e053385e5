package io.clientele.analytics.clients;

import static io.clientele.analytics.Api.as;
import static io.clientele.analytics.Api.asCore;
import static io.clientele.analytics.Api.newNumber;
import static io.clientele.analytics.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contracts.Topics;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.testing.Received;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestConsumer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ClientRecordsTest {

    private static final String REGISTERED = "io.clientele.clients.client.registered.v1";
    private static final String UPDATED = "io.clientele.clients.client.updated.v1";
    private static final String STATE = "io.clientele.client-states.client.state-changed.v1";

    private static final String PERSON = """
            {"type":"PERSON","name":"Jana Nováková","birthDate":"1970-12-13","sex":"FEMALE","domicile":"CZ","branch":"Pisek",
             "manager":"rm-1","team":"team-1","tier":"STANDARD","kycStatus":"VERIFIED","relationshipSince":"1993-02-14",
             "attributes":{"district":"Pisek","score":1.50},
             "products":[{"product":"LOAN","id":"l-1"},{"product":"ACCOUNT","id":"acc-1","openedOn":"1993-02-14","closedOn":null}]}""";

    @Inject
    EntityManager entities;

    @Test
    void registersAnUnknownClientAndPublishesIt() throws Exception {
        String id = newNumber();
        try (TestConsumer crm = TestConsumer.fromNow(Topics.CLIENTS, Topics.CLIENT_STATES)) {
            put(id, PERSON)
                    .then()
                    .statusCode(201)
                    .header("Location", org.hamcrest.Matchers.endsWith("/v1/clients/" + id))
                    .header("ETag", equalTo("\"0\""))
                    .body("name", equalTo("Jana Nováková"))
                    .body("products.product", contains("ACCOUNT", "LOAN"))
                    .body("attributes.district", equalTo("Pisek"))
                    .body("lei", nullValue());

            Received registered = crm.await(REGISTERED, id);
            assertThat(registered.sequence()).isEqualTo(1);
            JsonNode event = new ObjectMapper().readTree(registered.value());
            assertThat(event.at("/actor").asText()).isEqualTo("core-banking");
            assertThat(event.at("/link").asText()).isEqualTo("/v1/clients/" + id);
            assertThat(event.at("/client/manager").asText()).isEqualTo("rm-1");
            crm.await(STATE, id);
        }
    }

    @Test
    void replacesAKnownClientAndTellsWhatChanged() throws Exception {
        String id = newNumber();
        put(id, PERSON).then().statusCode(201);
        try (TestConsumer crm = TestConsumer.fromNow(Topics.CLIENTS)) {
            replace(id, "\"0\"", """
                    {"type":"PERSON","name":"Jana Malá","birthDate":"1970-12-13","sex":"FEMALE","domicile":"CZ","branch":"Pisek",
                     "manager":"rm-1","team":"team-1","tier":"GOLD","kycStatus":"VERIFIED","relationshipSince":"1993-02-14",
                     "attributes":{"score":2},"products":[{"product":"LOAN","id":"l-1"}]}""")
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"1\""))
                    .body("tier", equalTo("GOLD"))
                    .body("attributes.district", nullValue())
                    .body("products.id", contains("l-1"));

            JsonNode changes =
                    new ObjectMapper().readTree(crm.await(UPDATED, id).value()).get("changes");
            assertThat(changes.at("/tier/before").asText()).isEqualTo("STANDARD");
            assertThat(changes.at("/tier/after").asText()).isEqualTo("GOLD");
            assertThat(changes.properties().stream().map(java.util.Map.Entry::getKey))
                    .containsExactlyInAnyOrder("name", "tier", "attributes.district", "attributes.score", "products");
        }
    }

    @Test
    void aRecordSentAgainChangesAndPublishesNothing() {
        String id = newNumber();
        put(id, PERSON).then().statusCode(201);
        String again = PERSON.replace("1.50", "1.5");
        try (TestConsumer crm = TestConsumer.fromNow(Topics.CLIENTS)) {
            replace(id, "\"0\"", again).then().statusCode(200).header("ETag", equalTo("\"0\""));
            replace(id, "\"0\"", again.replace("STANDARD", "GOLD")).then().header("ETag", equalTo("\"1\""));

            assertThat(crm.await(UPDATED, id).sequence()).isEqualTo(2);
        }
    }

    @Test
    void replacingNeedsTheVersionThatWasRead() {
        String id = newNumber();
        put(id, PERSON).then().statusCode(201);

        put(id, PERSON).then().statusCode(428).body("code", equalTo("if-match-missing"));
        replace(id, "\"7\"", PERSON).then().statusCode(412).body("code", equalTo("stale-version"));
        replace(newNumber(), "\"0\"", PERSON).then().statusCode(412);
        asCore().header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body(PERSON)
                .put("/v1/clients/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void ofConcurrentReplacementsOneWinsAndNoneIsLost() throws Exception {
        String id = newNumber();
        put(id, PERSON).then().statusCode(201);

        List<Integer> statuses = atOnce(
                8,
                n -> replace(id, "\"0\"", PERSON.replace("STANDARD", "T" + n)).statusCode());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(7);
        asCore().get("/v1/clients/" + id).then().header("ETag", equalTo("\"1\""));
    }

    @Test
    void ofConcurrentRegistrationsOneWins() throws Exception {
        String id = newNumber();

        List<Integer> statuses =
                atOnce(8, n -> put(id, PERSON.replace("STANDARD", "T" + n)).statusCode());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 428)).hasSize(7);
    }

    @Test
    void eachBrokenRuleIsListedWithItsField() {
        put(newNumber(), """
                {"type":"COMPANY","lei":"529900T8BM49AURSDO54","domicile":"XX","nace":"x","sex":"MALE","ownership":101,
                 "products":[{"product":"ACCOUNT"}]}""")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-field"))
                .body("errors.pointer", contains("/products/0"));
        put(newNumber(), """
                {"type":"COMPANY","lei":"529900T8BM49AURSDO54","domicile":"XX","nace":"x","sex":"MALE","ownership":101}""")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/name", "/lei", "/domicile", "/nace", "/sex", "/ownership", "/ownership"));
        put(newNumber(), "{\"type\":\"PERSON\",\"id\":\"another\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/id"));
    }

    @Test
    void personalValuesLiveInTheErasableTableAlone() {
        String id = newNumber();
        put(id, PERSON).then().statusCode(201);

        Object[] rows = inTransaction(() -> (Object[])
                entities.createNativeQuery("""
                                SELECT to_jsonb(c)::text, to_jsonb(p)::text FROM client c JOIN client_person p USING (client_id)
                                WHERE client_id = :id""").setParameter("id", id).getSingleResult());

        assertThat((String) rows[0]).doesNotContain("Jana", "1970", "FEMALE");
        assertThat((String) rows[1]).contains("Jana", "1970-12-13", "FEMALE");
    }

    @Test
    void theAuditTrailShowsThatPersonalValuesChangedButNotTheValues() {
        String id = newNumber();
        put(id, PERSON).then().statusCode(201);
        replace(id, "\"0\"", PERSON.replace("Nováková", "Malá").replace("STANDARD", "GOLD"))
                .then()
                .statusCode(200);

        String changes = inTransaction(() -> String.valueOf(entities.createNativeQuery(
                        "SELECT string_agg(changes, ' ') FROM audit_record WHERE resource_type = 'client' AND resource_id = :id")
                .setParameter("id", id)
                .getSingleResult()));

        assertThat(changes)
                .contains("STANDARD", "GOLD", "personName")
                .doesNotContain("Jana", "Malá", "1970-12-13", "FEMALE");
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        put(newNumber(), "{\"type\":\"PERSON\",\"colour\":\"red\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/colour"));
    }

    @Test
    void onlySystemsOfTheBankWrite() {
        as("ana", Roles.ANALYST)
                .contentType(ContentType.JSON)
                .body(PERSON)
                .put("/v1/clients/" + newNumber())
                .then()
                .statusCode(403);
    }

    private static io.restassured.response.Response replace(String id, String tag, String body) {
        return asCore().header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/clients/" + id);
    }

    private static <T> T inTransaction(Callable<T> step) {
        return Work.of("test").call(() -> QuarkusTransaction.requiringNew().call(step));
    }

    private interface Call {
        int status(int number);
    }

    private static List<Integer> atOnce(int calls, Call call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int number = i;
                running.add(threads.submit(() -> call.status(number)));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : running) {
                statuses.add(one.get());
            }
            return statuses;
        }
    }
}
