package io.clientele.loyalty.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name. Methods without {@code OrNull} take columns that are never null. */
public final class Row {

    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    /** A text. */
    public String text(String column) {
        return Objects.requireNonNull(textOrNull(column), column);
    }

    /** A text or null. */
    public @Nullable String textOrNull(String column) {
        return read(() -> row.getString(column));
    }

    /** A whole number; 0 for null. */
    public long number(String column) {
        return read(() -> row.getLong(column));
    }

    /** A small whole number, or null. */
    public @Nullable Integer smallOrNull(String column) {
        return read(() -> row.getObject(column, Integer.class));
    }

    /** True or false. */
    public boolean flag(String column) {
        return read(() -> row.getBoolean(column));
    }

    /** A UUID. */
    public UUID uuid(String column) {
        return Objects.requireNonNull(uuidOrNull(column), column);
    }

    /** A UUID or null. */
    public @Nullable UUID uuidOrNull(String column) {
        return read(() -> row.getObject(column, UUID.class));
    }

    /** A time. */
    public Instant time(String column) {
        return Objects.requireNonNull(timeOrNull(column), column);
    }

    /** A time or null. */
    public @Nullable Instant timeOrNull(String column) {
        OffsetDateTime time = read(() -> row.getObject(column, OffsetDateTime.class));
        return time == null ? null : time.toInstant();
    }

    /** A date. */
    public LocalDate date(String column) {
        return read(() -> row.getObject(column, LocalDate.class));
    }

    /** A date or null. */
    public @Nullable LocalDate dateOrNull(String column) {
        return read(() -> row.getObject(column, LocalDate.class));
    }

    private interface Column<T extends @Nullable Object> {
        T get() throws SQLException;
    }

    private static <T extends @Nullable Object> T read(Column<T> column) {
        try {
            return column.get();
        } catch (SQLException unreadable) {
            throw new SqlFailure(unreadable);
        }
    }
}
