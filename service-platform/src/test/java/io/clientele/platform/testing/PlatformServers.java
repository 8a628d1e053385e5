package io.clientele.platform.testing;

import io.clientele.stack.server.Database;
import io.clientele.stack.server.LocalKafka;
import io.clientele.stack.server.LocalPostgres;
import io.clientele.stack.server.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * A real PostgreSQL and a real Kafka for the tests of this module, one of each per JVM. Where they are is kept in system
 * properties, since test classes and test resources are loaded by different class loaders.
 */
public final class PlatformServers implements QuarkusTestResourceLifecycleManager {

    private static final String DIRECTORY = "platform.test.directory";
    private static final String POSTGRES_PORT = "platform.test.postgres.port";
    private static final String BOOTSTRAP = "platform.test.kafka";
    private static final Database DATABASE = Database.ACCOUNT_PLAN;

    /** The PostgreSQL server, to stop, kill and start it or to look behind the service. */
    public static LocalPostgres postgres() {
        return new LocalPostgres(directory(), Integer.getInteger(POSTGRES_PORT), LocalPostgres.Durability.FAST);
    }

    /** A connection as the superuser, whom no policy binds. */
    public static Connection superuser() throws SQLException {
        return postgres().connectAsSuperuser(DATABASE);
    }

    /** What a Kafka client sets as {@code bootstrap.servers}. */
    public static String bootstrapServers() {
        return System.getProperty(BOOTSTRAP);
    }

    /** The issuer of the tokens the application accepts. */
    public static Tokens tokens() {
        return Tokens.keptIn(directory());
    }

    @Override
    public Map<String, String> start() {
        if (System.getProperty(BOOTSTRAP) == null) {
            startServers();
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", postgres().jdbcUrl(DATABASE));
        settings.put("quarkus.datasource.username", DATABASE.app());
        settings.put("quarkus.datasource.password", DATABASE.app());
        settings.put("quarkus.flyway.username", DATABASE.owner());
        settings.put("quarkus.flyway.password", DATABASE.owner());
        settings.put("kafka.bootstrap.servers", bootstrapServers());
        settings.put("quarkus.oidc.public-key", tokens().publicKey());
        return settings;
    }

    private static void startServers() {
        Path directory = newDirectory();
        Tokens.keptIn(directory);
        LocalPostgres postgres = new LocalPostgres(directory, 0, LocalPostgres.Durability.FAST).start();
        LocalKafka kafka =
                new LocalKafka(directory.resolve("kafka"), 0).start().createTopics(LocalKafka.DEFAULT_PARTITIONS);
        System.setProperty(DIRECTORY, directory.toString());
        System.setProperty(POSTGRES_PORT, Integer.toString(postgres.port()));
        System.setProperty(BOOTSTRAP, kafka.bootstrapServers());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.kill();
            // a broker whose directory vanishes ends the JVM with a failure
            kafka.close();
            delete(directory);
        }));
    }

    private static Path directory() {
        return Path.of(System.getProperty(DIRECTORY));
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("platform-test");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException kafkaStillWrites) {
            return;
        }
    }

    /** Nothing: the servers end with the JVM. */
    @Override
    public void stop() {}
}
