package io.clientele.accountplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's database, seen from below the service. */
@ApplicationScoped
public class Database {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String app;

    @ConfigProperty(name = "quarkus.datasource.password")
    String appPassword;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    /** A statement over a connection of its own. */
    interface Task<T> {
        T run(Connection connection) throws SQLException;
    }

    /** As the service's own role, with the settings of a relationship manager. */
    <T> T asManager(String user, Task<T> task) throws SQLException {
        return within(app, appPassword, user, "BOOK", task);
    }

    /** As the service's own role, with the settings of background work. */
    <T> T asSystem(Task<T> task) throws SQLException {
        return within(app, appPassword, "test", "ALL", task);
    }

    /** As the role that owns the tables: it may switch policies off. */
    <T> T asOwner(Task<T> task) throws SQLException {
        return within(owner, ownerPassword, "test", "ALL", task);
    }

    static long count(Connection connection, String query, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static int execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private <T> T within(String role, String password, String user, String reach, Task<T> task) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, password)) {
            connection.setAutoCommit(false);
            count(
                    connection,
                    "select length(set_config('app.user', ?, true) || set_config('app.reach', ?, true))",
                    user,
                    reach);
            T result = task.run(connection);
            connection.commit();
            return result;
        }
    }
}
