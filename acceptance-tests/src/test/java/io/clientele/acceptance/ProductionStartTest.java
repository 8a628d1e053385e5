package io.clientele.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes the demo movable and open must not get into production. */
class ProductionStartTest {

    private final RunningStack stack = new RunningStack();

    @TempDir
    Path directory;

    @Test
    void refusesAMovableClock() throws Exception {
        String printed = failedStart(
                "-Dclientele.clock.file=" + directory.resolve("clock"),
                "-Dquarkus.oidc.auth-server-url=http://127.0.0.1:1/realms/none");

        assertThat(printed).contains("clientele.clock.file moves the business clock and is refused");
    }

    @Test
    void refusesAFixedKey() throws Exception {
        String printed = failedStart("-Dquarkus.oidc.public-key=" + anyKey());

        assertThat(printed).contains("quarkus.oidc.public-key is for the profiles");
    }

    private static String anyKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
    }

    /** Starts the packaged service with the production profile against the running servers; it must not come up. */
    private String failedStart(String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.profile=prod",
                "-Dquarkus.http.port=0",
                "-Dquarkus.datasource.jdbc.url=" + stack.jdbcUrl("loyalty"),
                "-Dquarkus.datasource.username=loyalty_app",
                "-Dquarkus.datasource.password=loyalty_app",
                "-Dquarkus.flyway.username=loyalty_owner",
                "-Dquarkus.flyway.password=loyalty_owner",
                "-Dkafka.bootstrap.servers=" + stack.bootstrapServers(),
                "-Dclientele.audit.digest-key=a-key-of-this-test-only-0123456789",
                "-Dclientele.data-dir=" + directory));
        command.addAll(List.of(settings));
        command.addAll(List.of("-jar", stack.packaged("loyalty-service").toString()));
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS))
                    .as("the start ends")
                    .isTrue();
            assertThat(process.exitValue()).isNotZero();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
