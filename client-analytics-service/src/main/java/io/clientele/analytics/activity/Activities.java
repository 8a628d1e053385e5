package io.clientele.analytics.activity;

import io.clientele.analytics.clients.Clients;
import io.clientele.platform.background.DatabaseRefused;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The activities of the clients the caller may see. */
@ApplicationScoped
public class Activities {

    private static final String OF_CLIENT = """
            SELECT source_id, type, occurred_at, data::text, recorded_at FROM activity
            WHERE client_id = ? AND (?::text IS NULL OR type = ?)
              AND occurred_at >= ? AND occurred_at < ? AND (occurred_at, source_id) < (?, ?)
            ORDER BY occurred_at DESC, source_id DESC LIMIT ?""";

    private static final OffsetDateTime EVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Clients clients;
    private final DataSource database;

    Activities(Clients clients, DataSource database) {
        this.clients = clients;
        this.database = database;
    }

    /**
     * An activity as it is kept.
     *
     * @param data the type's fields as a JSON object
     * @param recordedAt when this service took it, business time
     */
    public record Kept(String sourceId, String type, Instant occurredAt, String data, Instant recordedAt) {}

    /**
     * What is asked for.
     *
     * @param type null for all
     * @param from the earliest time, inclusive; null for no limit
     * @param to the latest time, exclusive; null for no limit
     */
    public record Filter(
            @Nullable String type,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A place in the list: the last activity shown. */
    public record Place(Instant occurredAt, String sourceId) {}

    /**
     * Activities of one client, newest first.
     *
     * @throws ProblemException 404 when there is no such client, or none in the caller's scope
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Kept> of(String clientId, Filter filter, @Nullable Place after, int atMost) {
        clients.get(clientId);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OF_CLIENT)) {
            query.setString(1, clientId);
            query.setString(2, filter.type());
            query.setString(3, filter.type());
            query.setObject(4, at(filter.from(), Instant.EPOCH.atOffset(ZoneOffset.UTC)));
            query.setObject(5, at(end(filter, after), EVER));
            query.setObject(6, after == null ? EVER : at(after.occurredAt(), EVER));
            query.setString(7, after == null ? "" : after.sourceId());
            query.setInt(8, atMost);
            List<Kept> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Kept(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading activities", refused);
        }
    }

    /** Months after the place are not looked at: a deep page costs what the first costs. */
    private static @Nullable Instant end(Filter filter, @Nullable Place after) {
        if (after == null) {
            return filter.to();
        }
        Instant past = after.occurredAt().plus(1, ChronoUnit.MICROS);
        return filter.to() == null || past.isBefore(filter.to()) ? past : filter.to();
    }

    private static OffsetDateTime at(@Nullable Instant instant, OffsetDateTime otherwise) {
        return instant == null ? otherwise : instant.atOffset(ZoneOffset.UTC);
    }
}
