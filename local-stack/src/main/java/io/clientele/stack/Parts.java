package io.clientele.stack;

import io.clientele.stack.server.KafkaProcess;
import io.clientele.stack.server.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Makes the parts of a stack, with the settings each needs to find the others. */
final class Parts {

    private final Path root;
    private final StackHome home;
    private final Addresses addresses;
    private final List<Part> all;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    Parts(Path root, StackHome home, Addresses addresses) {
        this.root = root;
        this.home = home;
        this.addresses = addresses;
        this.all = Stream.concat(
                        Stream.of(postgresql(), kafka()),
                        Stream.of(Service.values()).map(this::service))
                .toList();
    }

    /** All of them, in the order in which they start; they stop in the reverse order. */
    List<Part> all() {
        return all;
    }

    /** PostgreSQL and Kafka, which the services need. */
    List<Part> servers() {
        return all.subList(0, 2);
    }

    List<Part> services() {
        return all.subList(2, all.size());
    }

    /**
     * One of them by name.
     *
     * @throws UsageException naming the parts there are
     */
    Part named(String name) {
        return all.stream()
                .filter(part -> part.name().equals(name) || part.name().equals(name + "-service"))
                .findFirst()
                .orElseThrow(() -> new UsageException("no part '" + name + "': there are "
                        + all.stream().map(Part::name).toList()));
    }

    private Part postgresql() {
        return PostgresPart.of(home, addresses);
    }

    private Part kafka() {
        var command = List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms64m",
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaProcess.class.getName(),
                home.data("kafka").toString(),
                Integer.toString(addresses.kafka()),
                home.kafkaReady().toString());
        return new JvmPart(
                "kafka",
                "127.0.0.1:" + addresses.kafka(),
                command,
                home.log("kafka"),
                home.pid("kafka"),
                () -> isKafkaReady());
    }

    private Part service(Service service) {
        var application = service.application(root);
        var command = new ArrayList<String>();
        command.add("@" + root.resolve("deploy/service/jvm.options"));
        var cache = application.resolve("app.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        settings(service).forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        var name = service.serviceName();
        return new JvmPart(name, addresses.url(service), command, home.log(name), home.pid(name), answers(service));
    }

    private LinkedHashMap<String, String> settings(Service service) {
        var settings = new LinkedHashMap<String, String>();
        var database = service.database();
        settings.put("quarkus.profile", "demo");
        settings.put("quarkus.http.port", Integer.toString(addresses.http(service)));
        settings.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + addresses.postgres() + "/" + database.name());
        settings.put("quarkus.datasource.username", database.app());
        settings.put("quarkus.datasource.password", database.app());
        settings.put("quarkus.flyway.username", database.owner());
        settings.put("quarkus.flyway.password", database.owner());
        settings.put("kafka.bootstrap.servers", "127.0.0.1:" + addresses.kafka());
        settings.put("quarkus.oidc.public-key", home.tokens().publicKey());
        settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        settings.put("clientele.clock.file", home.clockFile().toString());
        settings.put("clientele.data-dir", home.data(service.serviceName()).toString());
        return settings;
    }

    private boolean isKafkaReady() {
        return home.pid("kafka")
                .process()
                .map(process -> Long.toString(process.pid()))
                .equals(KafkaProcess.readyProcess(home.kafkaReady()));
    }

    private BooleanSupplier answers(Service service) {
        var readiness = HttpRequest.newBuilder(URI.create(addresses.url(service) + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        return () -> {
            try {
                return http.send(readiness, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }
}
