package io.clientele.loyalty.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.clientele.loyalty.sql.Sql;
import io.clientele.testing.SharedServers;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The ledger's functions on a real PostgreSQL, called as the service's role, without the service around them. */
final class LedgerOnPostgres {

    static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final UUID programme = UUID.randomUUID();
    private final Sql sql;
    private final Postings postings;
    private final CorrectionPostings corrections;
    private final Connection connection;
    private final Connection owner;

    LedgerOnPostgres() {
        SharedServers servers = new SharedServers();
        servers.init(Map.of("database", "loyalty"));
        Map<String, String> settings = servers.start();
        String url = setting(settings, "quarkus.datasource.jdbc.url");
        String app = setting(settings, "quarkus.datasource.username");
        Flyway.configure()
                .dataSource(
                        url, setting(settings, "quarkus.flyway.username"), setting(settings, "quarkus.flyway.password"))
                .locations("db/platform", "db/replica", "db/migration")
                .placeholders(Map.of("app_role", app))
                .load()
                .migrate();
        connection = connection(url, app, setting(settings, "quarkus.datasource.password"));
        owner = connection(
                url, setting(settings, "quarkus.flyway.username"), setting(settings, "quarkus.flyway.password"));
        sql = new Sql(keptOpen(connection));
        postings = new Postings(sql, JSON);
        corrections = new CorrectionPostings(sql);
        sql.update(
                "INSERT INTO programme (id, name, state, time_zone, created_by, created_at, changed_at, version) VALUES (?, 'Ledger test', 'ACTIVE', ?, 'test', now(), now(), 0)",
                programme,
                PRAGUE.getId());
    }

    Postings postings() {
        return postings;
    }

    CorrectionPostings corrections() {
        return corrections;
    }

    Sql sql() {
        return sql;
    }

    UUID programme() {
        return programme;
    }

    /** A member nobody else has. */
    Holder member() {
        UUID id = UUID.randomUUID();
        String client = "ledger-" + id;
        sql.update(
                "INSERT INTO member (id, programme_id, client_id, state, joined_at, enrolled_on, enrolled_by, version) VALUES (?, ?, ?, 'ACTIVE', now(), current_date, 'test', 0)",
                id,
                programme,
                client);
        return new Holder(id, programme, client, PRAGUE);
    }

    /** Balances that are not what entries and lots say. */
    long differences() {
        return sql.one(
                "SELECT count(*) AS differences FROM ledger_differences(?)",
                row -> row.number("differences"),
                programme);
    }

    private static String setting(Map<String, String> settings, String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }

    /** Runs statements as the owner of the tables, in one transaction. */
    void asOwner(String statements) {
        try (Statement statement = owner.createStatement()) {
            statement.execute(statements);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    /** Runs steps in one transaction, whose deferred constraints hold at its end. */
    void inOneTransaction(Runnable steps) {
        try {
            connection.setAutoCommit(false);
            try {
                steps.run();
                connection.commit();
            } catch (Throwable failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A pool for which {@code owner} answers. */
    UUID pool(Holder owner) {
        UUID id = UUID.randomUUID();
        sql.update(
                "INSERT INTO pool (id, programme_id, client_id, name, kind, state, created_by, created_at, version) VALUES (?, ?, ?, 'Household', 'HOUSEHOLD', 'OPEN', 'test', now(), 0)",
                id,
                programme,
                owner.clientId());
        return id;
    }

    /** From now on a member earns for a pool, or no longer. */
    void earnsForPool(UUID member, UUID pool, boolean whether) {
        sql.update("""
                INSERT INTO pool_member (pool_id, member_id, client_id, earns_here, joined_at)
                SELECT ?, m.id, m.client_id, ?, now() FROM member m WHERE m.id = ?
                ON CONFLICT (member_id) DO UPDATE SET earns_here = excluded.earns_here""", pool, whether, member);
    }

    /** With the scope of background work. */
    private static Connection connection(String url, String user, String password) {
        try {
            Connection opened = DriverManager.getConnection(url, user, password);
            try (Statement scope = opened.createStatement()) {
                scope.execute(
                        "SELECT set_config('app.user', 'ledger-test', false), set_config('app.reach', 'ALL', false)");
            }
            return opened;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One connection that stays open. */
    private static DataSource keptOpen(Connection connection) {
        InvocationHandler keepsOpen = (proxy, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments);
        Connection kept = (Connection) Proxy.newProxyInstance(
                LedgerOnPostgres.class.getClassLoader(), new Class<?>[] {Connection.class}, keepsOpen);
        InvocationHandler givesIt = (proxy, method, arguments) -> kept;
        return (DataSource) Proxy.newProxyInstance(
                LedgerOnPostgres.class.getClassLoader(), new Class<?>[] {DataSource.class}, givesIt);
    }
}
