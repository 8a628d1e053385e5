package io.clientele.testing;

import io.clientele.stack.server.Database;
import io.clientele.stack.server.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Runs a {@code @QuarkusTest} against a real PostgreSQL and a real Kafka, one of each per JVM:
 *
 * <pre>{@code
 * @WithTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "loyalty"))
 * }</pre>
 *
 * The service connects as its application role, so that row-level security binds it; Flyway as the owner.
 */
public final class SharedServers implements QuarkusTestResourceLifecycleManager {

    private Database database = Database.LOYALTY;

    @Override
    public void init(Map<String, String> arguments) {
        database =
                new Database(Objects.requireNonNull(arguments.get("database"), "init argument 'database' is missing"));
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", TestEnvironment.jdbcUrl(database.name()));
        settings.put("quarkus.datasource.username", database.app());
        settings.put("quarkus.datasource.password", database.app());
        settings.put("quarkus.flyway.username", database.owner());
        settings.put("quarkus.flyway.password", database.owner());
        settings.put("kafka.bootstrap.servers", TestEnvironment.bootstrapServers());
        settings.put("quarkus.oidc.public-key", TestEnvironment.tokens().publicKey());
        settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        settings.put("quarkus.oidc.token.audience", Tokens.AUDIENCE);
        settings.put("clientele.clock.file", TestEnvironment.clockFile().toString());
        settings.put(
                "clientele.data-dir",
                TestEnvironment.dataDirectory(database.name()).toString());
        // the broker shares this JVM and would fill the log of the tests
        settings.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
        settings.put("quarkus.log.category.\"kafka\".level", "WARN");
        settings.put("quarkus.log.category.\"state.change.logger\".level", "WARN");
        return settings;
    }

    /** Nothing: the servers serve the next test class, and end with the JVM. */
    @Override
    public void stop() {}
}
