package io.clientele.testing;

import io.clientele.stack.server.LocalKafka;
import io.clientele.stack.server.LocalPostgres;
import io.clientele.stack.server.LocalPostgres.Durability;
import io.clientele.stack.server.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;

/**
 * The PostgreSQL, the Kafka and the token key of this JVM, started when first asked for and stopped when the JVM ends.
 *
 * <p>Quarkus loads test classes in several class loaders, so what is shared is kept in system properties: a static field
 * would start the servers once per class loader.
 */
final class TestEnvironment {

    private static final String DIRECTORY = "clientele.test.directory";
    private static final String JDBC_PORT = "clientele.test.postgres.port";
    private static final String BOOTSTRAP = "clientele.test.kafka.bootstrap";

    private TestEnvironment() {}

    /** Starts what does not run yet. */
    static void start() {
        // the one lock that all class loaders see
        synchronized (System.class) {
            if (System.getProperty(BOOTSTRAP) != null) {
                return;
            }
            var directory = newDirectory();
            Tokens.keptIn(directory);
            var kafka = new LocalKafka(directory.resolve("kafka"), 0);
            var kafkaStarting =
                    Thread.ofPlatform().start(() -> kafka.start().createTopics(LocalKafka.DEFAULT_PARTITIONS));
            var postgres = new LocalPostgres(directory.resolve("postgresql"), 0, Durability.FAST).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.kill();
                // a broker whose directory vanishes ends the JVM with a failure
                kafka.close();
                delete(directory);
            }));
            join(kafkaStarting);
            System.setProperty(DIRECTORY, directory.toString());
            System.setProperty(JDBC_PORT, Integer.toString(postgres.port()));
            System.setProperty(BOOTSTRAP, kafka.bootstrapServers());
        }
    }

    static Tokens tokens() {
        start();
        return Tokens.keptIn(directory());
    }

    static Path clockFile() {
        start();
        return directory().resolve("clock");
    }

    static String bootstrapServers() {
        start();
        return property(BOOTSTRAP);
    }

    static String jdbcUrl(String database) {
        start();
        return "jdbc:postgresql://127.0.0.1:" + property(JDBC_PORT) + "/" + database;
    }

    static Path dataDirectory(String service) {
        start();
        return directory().resolve("data-" + service);
    }

    private static Path directory() {
        return Path.of(property(DIRECTORY));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("clientele-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka started", e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Kafka may still write while the JVM ends; the rest is the temporary directory's to clear
            return;
        }
    }
}
