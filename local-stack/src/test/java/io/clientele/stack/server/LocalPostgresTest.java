package io.clientele.stack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.stack.server.LocalPostgres.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    Path directory;

    @Test
    void keepsItsDataAndRolesOverAStopAndAKill() throws SQLException {
        int port;
        try (var first = new LocalPostgres(directory, 0, Durability.FAST).start()) {
            port = first.port();
            try (var owner = connect(first, Database.LOYALTY.owner())) {
                run(owner, "create table kept (n int)");
                run(owner, "insert into kept values (1)");
                run(owner, "grant select, insert on kept to loyalty_app");
            }
        }

        var second = new LocalPostgres(directory, port, Durability.FAST).start();
        try (var app = connect(second, Database.LOYALTY.app())) {
            run(app, "insert into kept values (2)");
        }
        second.kill();

        try (var third = new LocalPostgres(directory, port, Durability.FAST).start();
                var app = connect(third, Database.LOYALTY.app());
                var statement = app.createStatement();
                var sum = statement.executeQuery("select sum(n) from kept")) {
            sum.next();
            assertThat(sum.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    void givesTheServiceARoleThatOwnsNothing() throws SQLException {
        try (var postgres = new LocalPostgres(directory, 0, Durability.FAST).start();
                var app = connect(postgres, Database.ACCOUNT_PLAN.app())) {
            try (var statement = app.createStatement();
                    var role = statement.executeQuery(
                            "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user")) {
                role.next();
                assertThat(role.getBoolean(1)).isFalse();
            }
            assertThatThrownBy(() -> run(app, "create table forbidden (n int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            postgres.jdbcUrl(Database.LOYALTY), Database.ACCOUNT_PLAN.app(), "account_plan_app"))
                    .hasMessageContaining("permission denied for database");
        }
    }

    private static Connection connect(LocalPostgres postgres, String role) throws SQLException {
        var database = new Database(role.replaceFirst("_(owner|app)$", ""));
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, role);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
