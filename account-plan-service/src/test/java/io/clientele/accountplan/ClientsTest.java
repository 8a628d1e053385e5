package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import io.clientele.contracts.clients.ClientRegistered;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The replica of the bank's clients: in step with the events, in whatever order they come. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class ClientsTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");

    @Inject
    KnownClients clients;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private Scene scene;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
    }

    @Test
    void eachFieldTellsItsSourceAndAsOf() {
        clients.update(
                KnownClients.company(scene.client(), scene.manager(), "team-new"), 2, MARCH, "relationship-desk");

        scene.asManager()
                .get("/v1/clients/" + scene.client())
                .then()
                .statusCode(200)
                .body("name", is("Moravia Steel a.s."))
                .body("team", is("team-new"))
                .body("kycStatus", is("VERIFIED"))
                .body("origins.team.asOf", is("2026-03-02T10:00:00Z"))
                .body("origins.team.source", is("relationship-desk"))
                .body("origins.kycStatus.asOf", is("2025-11-03T08:00:00Z"))
                .body("origins.kycStatus.source", is("core-banking"))
                .body("origins.branch.source", is("core-banking"))
                .body("parentId", nullValue());
    }

    @Test
    void anOlderOrRepeatedEventChangesNothing() {
        boolean newer = clients.update(KnownClients.company(scene.client(), scene.manager(), "c"), 3, MARCH, "a");
        boolean older = clients.update(KnownClients.company(scene.client(), "rm-before", "b"), 2, MARCH, "a");
        boolean again = clients.update(KnownClients.company(scene.client(), scene.manager(), "d"), 3, MARCH, "a");
        boolean first = clients.register(KnownClients.company(scene.client(), "rm-first", "a"), 1);

        assertThat(newer).isTrue();
        assertThat(older || again || first).isFalse();
        scene.asManager().get("/v1/clients/" + scene.client()).then().body("team", is("c"));
    }

    @Test
    void aClientWhoMovesToAnotherBookIsSeenThereAndNoLongerHere() {
        String plan = scene.openPlan();

        clients.update(KnownClients.company(scene.client(), scene.stranger(), scene.team()), 2, MARCH, "desk");

        scene.asManager().get(plan).then().statusCode(404);
        scene.asManager().get("/v1/clients").then().body("items.size()", is(0));
        scene.asStranger().get(plan).then().statusCode(200).body("owner", is(scene.manager()));
        scene.asStranger().get("/v1/clients").then().body("items.id", contains(scene.client()));
    }

    @Test
    void aPersonIsNamedOnlyInTheErasableTable() throws SQLException {
        String person = "P-" + UUID.randomUUID();
        clients.register(KnownClients.person(person, "Jana Nováková", scene.manager()));

        scene.asManager().get("/v1/clients/" + person).then().body("name", is("Jana Nováková"));
        long elsewhere = database.asSystem(connection ->
                Database.count(connection, "select count(*) from client c where c::text like ?", "%Nováková%"));
        assertThat(elsewhere).isZero();

        database.asSystem(
                connection -> Database.execute(connection, "delete from client_person where client_id = ?", person));

        scene.asManager().get("/v1/clients/" + person).then().statusCode(200).body("name", nullValue());
    }

    @Test
    void clientsAreListedInOrderAndFiltered() {
        clients.register(KnownClients.company("A-" + scene.client(), scene.manager(), scene.team()));

        scene.asManager()
                .get("/v1/clients?limit=1&team={team}", scene.team())
                .then()
                .body("items.id", contains("A-" + scene.client()));
        scene.asManager().get("/v1/clients?tier=gold").then().body("items.size()", is(0));
    }

    @Test
    void aRegisteredClientArrivesFromTheTopicOnceHoweverOftenItIsSent() throws Exception {
        String client = "K-" + UUID.randomUUID();
        ClientRegistered registered = new ClientRegistered(
                client,
                KnownClients.company(client, scene.manager(), scene.team()),
                MARCH,
                "core-banking",
                "/v1/clients/" + client);

        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(cloudEvent(registered)).get();
            producer.send(cloudEvent(registered)).get();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> scene.asManager()
                        .get("/v1/clients/" + client)
                        .then()
                        .statusCode(200)
                        .body("origins.tier.source", is("core-banking")));
    }

    private ProducerRecord<String, String> cloudEvent(ClientRegistered event) throws Exception {
        ProducerRecord<String, String> record =
                new ProducerRecord<>(Topics.CLIENTS, event.subject(), json.writeValueAsString(event));
        Map.of(
                        "ce_id", event.clientId(),
                        "ce_source", "/client-analytics-service",
                        "ce_type",
                                ClientRegistered.class
                                        .getAnnotation(Event.class)
                                        .type(),
                        "ce_specversion", "1.0",
                        "ce_subject", event.subject(),
                        "ce_time", event.occurredAt().toString(),
                        "ce_sequence", "00000000000000000001")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
