package io.clientele.loyalty.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements in the transaction in progress, under the caller's row-level scope. */
@ApplicationScoped
public class Sql {

    private final DataSource database;

    /** Statements run on connections of {@code database}. */
    public Sql(DataSource database) {
        this.database = database;
    }

    /** An array parameter of a PostgreSQL element type. */
    public record Many(String elementType, Object[] values) {}

    /** An array of texts. */
    public static Many texts(Collection<String> values) {
        return new Many("text", values.toArray());
    }

    /** One element per item, of a PostgreSQL element type. */
    public static <T> Many column(
            String elementType, Collection<T> items, Function<T, ? extends @Nullable Object> value) {
        return new Many(
                elementType, items.stream().map(value).map(Sql::bindable).toArray());
    }

    /** All rows of a query. */
    public <T> List<T> list(String query, Function<Row, T> reader, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            Row row = new Row(rows);
            while (rows.next()) {
                read.add(reader.apply(row));
            }
            return read;
        } catch (SQLException refused) {
            throw new SqlFailure(refused);
        }
    }

    /** The only row of a query that may have none. */
    public <T> Optional<T> find(String query, Function<Row, T> reader, @Nullable Object... parameters) {
        return list(query, reader, parameters).stream().findFirst();
    }

    /** The only row of a query that always has one. */
    public <T> T one(String query, Function<Row, T> reader, @Nullable Object... parameters) {
        return list(query, reader, parameters).getFirst();
    }

    /** Every row of a query in turn, a thousand in memory at a time. */
    public void each(String query, Consumer<Row> reader, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, query, parameters)) {
            statement.setFetchSize(1000);
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    reader.accept(row);
                }
            }
        } catch (SQLException refused) {
            throw new SqlFailure(refused);
        }
    }

    /** Rows a statement changed. */
    public int update(String statement, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException refused) {
            throw new SqlFailure(refused);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object[] parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter instanceof Many many) {
                statement.setArray(i + 1, connection.createArrayOf(many.elementType(), many.values()));
            } else {
                statement.setObject(i + 1, bindable(parameter));
            }
        }
        return statement;
    }

    private static @Nullable Object bindable(@Nullable Object value) {
        return switch (value) {
            case Instant time -> time.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case null, default -> value;
        };
    }
}
