package io.clientele.analytics;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.Received;
import io.clientele.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls of the service under test, as a front end or a system of the bank makes them. */
public final class Api {

    private Api() {}

    public static RequestSpecification as(String user, String role) {
        return given().header("Authorization", "Bearer " + TestTokens.signed(user, role));
    }

    public static RequestSpecification asCore() {
        return as("core-banking", Roles.SYSTEM);
    }

    public static RequestSpecification asManager(String user) {
        return as(user, Roles.RELATIONSHIP_MANAGER);
    }

    /** A client number nobody else uses. */
    public static String newNumber() {
        return "t-" + UUID.randomUUID().toString().substring(0, 13);
    }

    public static Response put(String id, String body) {
        return asCore().contentType(ContentType.JSON).body(body).put("/v1/clients/" + id);
    }

    /** Registers a person in a book and gives the client number. */
    public static String registered(String manager, String team) {
        String id = newNumber();
        put(id, """
                {"type":"PERSON","name":"Client %s","domicile":"CZ","manager":"%s","team":"%s","tier":"STANDARD"}""".formatted(id, manager, team)).then().statusCode(201);
        return id;
    }

    /** Sends a file to {@code /v1/<kind>/imports} and waits until it is worked off. */
    public static Response imported(String kind, String mediaType, String file) {
        String location = asCore().contentType(mediaType)
                .body(file.getBytes(UTF_8))
                .post("/v1/" + kind + "/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !asCore().get(path(location)).path("state").equals("RUNNING"));
        return asCore().get(path(location));
    }

    /** Sends records to a topic, as the bank's systems do, without CloudEvents headers. */
    public static void produce(String topic, String key, List<String> values) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                new StringSerializer(),
                new ByteArraySerializer())) {
            values.forEach(value -> producer.send(new ProducerRecord<>(topic, key, value.getBytes(UTF_8))));
        }
    }

    /** Sends records as they were received, headers included: what a broker that delivers again does. */
    public static void produceAgain(List<Received> records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (Received record : records) {
                ProducerRecord<String, byte[]> again = new ProducerRecord<>(
                        record.topic(),
                        record.key(),
                        Objects.requireNonNull(record.value()).getBytes(UTF_8));
                record.headers().forEach((name, value) -> again.headers().add(name, value.getBytes(UTF_8)));
                producer.send(again);
            }
        }
    }

    /** The path of a Location header. */
    public static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
