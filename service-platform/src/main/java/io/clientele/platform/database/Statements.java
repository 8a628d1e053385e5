package io.clientele.platform.database;

import io.clientele.platform.background.DatabaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Set-based statements in the transaction in progress. A collection binds as a text array, to be cast where the column is
 * no text; an instant as {@code timestamptz}.
 */
@ApplicationScoped
public class Statements {

    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    /** Reads one row. */
    public interface RowReader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /** Reads all rows of a query. */
    public <T extends @Nullable Object> List<T> rows(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            List<T> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
            }
            return read;
        } catch (SQLException refused) {
            throw new DatabaseRefused("a statement", refused);
        }
    }

    /** Runs a query for its effect. */
    public void run(String sql, @Nullable Object... parameters) {
        rows(sql, row -> Boolean.TRUE, parameters);
    }

    /** Runs a statement and tells how many rows it touched. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseRefused("a statement", refused);
        }
    }

    /** A {@code timestamptz} that is not null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A {@code uuid}. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter instanceof Collection<?> values) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts(values)));
            } else if (parameter instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }

    private static @Nullable Object[] texts(Collection<?> values) {
        return values.stream()
                .map(value -> value == null ? null : value.toString())
                .toArray();
    }
}
