package io.clientele.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The system under test, worked only by what its users have: {@code ./run}, HTTP and Kafka. */
final class RunningStack {

    static final String ACCOUNT_PLAN = "account-plan-service";
    static final String CLIENT_ANALYTICS = "client-analytics-service";
    static final String LOYALTY = "loyalty-service";

    private static final List<String> SERVICES = List.of(ACCOUNT_PLAN, CLIENT_ANALYTICS, LOYALTY);

    private final Path root = Path.of(System.getProperty("clientele.root"));
    private final String directory = System.getProperty("stack.dir");
    private final int firstPort = Integer.getInteger("stack.ports");
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** What a plain Kafka client sets as {@code bootstrap.servers}. */
    String bootstrapServers() {
        return "127.0.0.1:" + (firstPort + 3);
    }

    /** Where the database of a service is. */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + (firstPort + 4) + "/" + database;
    }

    /** The runnable jar of a service, as the build left it. */
    Path packaged(String service) {
        return root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** A request to a service by a member of the bank's staff. */
    RequestSpecification as(String service, String role, String user, String... options) {
        String token = tokens.computeIfAbsent(role + ' ' + user + ' ' + String.join(" ", options), who -> {
            List<String> command = new ArrayList<>(List.of("token", role, "--user", user));
            command.addAll(List.of(options));
            return run(command.toArray(String[]::new)).strip();
        });
        return RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(firstPort + SERVICES.indexOf(service))
                .header("Authorization", "Bearer " + token);
    }

    /** Moves the business clock, such as {@code "+P30D"}. */
    void moveClock(String duration) {
        run("clock", duration);
    }

    /** Kills a service as a power cut would, and starts it again; returns when it is ready. */
    void killAndStart(String service) {
        run("kill", service);
        run("start", service);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> ready(service));
    }

    /** Kills a service at once: what comes after is up to {@link #startAgain}. */
    void killNow(String service) {
        try {
            String pid = Files.readString(Path.of(directory).resolve("run").resolve(service + ".pid"))
                    .split(" ")[0];
            ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    /** Starts a service that was killed; returns when it is ready. */
    void startAgain(String service) {
        run("start", service);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> ready(service));
    }

    private boolean ready(String service) {
        try {
            return RestAssured.given()
                            .baseUri("http://127.0.0.1")
                            .port(firstPort + SERVICES.indexOf(service))
                            .get("/q/health/ready")
                            .statusCode()
                    == 200;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    /** Runs {@code ./run} and returns what it printed. */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("run").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--dir", directory));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as("./run " + String.join(" ", arguments) + ": " + printed)
                    .isZero();
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
