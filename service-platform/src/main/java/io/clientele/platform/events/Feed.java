package io.clientele.platform.events;

import io.clientele.platform.background.DatabaseRefused;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.caller.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The events of the last eight days in the order in which they became visible. Who reads on from where the last read
 * ended misses nothing, whenever events commit. Shows what the caller may see, by this query and by row-level security.
 */
@ApplicationScoped
public class Feed {

    private static final String HORIZON = "SELECT position FROM feed_horizon";

    private static final String COLUMNS = """
            SELECT position, id, type, aggregateid, payload, sequence, business_time, correlation_id, causation_id, client_id
            FROM outbox""";

    private static final String READ = COLUMNS + " WHERE position > ? AND position <= ?";

    private static final String FIND = COLUMNS + " WHERE id = ANY (?)";

    private static final String OWN_BOOK = """
             AND (client_id IS NULL OR client_id IN (
                SELECT b.client_id FROM client_book b
                WHERE b.manager = ? OR b.team = ANY (?) OR b.client_id IN (
                    SELECT a.client_id FROM client_access a
                    WHERE a.user_id = ? AND (a.valid_until IS NULL OR a.valid_until > ?))))""";

    private final DataSource database;
    private final CurrentWork work;
    private final Clock clock;
    private final String source;

    Feed(
            DataSource database,
            CurrentWork work,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.work = work;
        this.clock = clock;
        this.source = "/" + service;
    }

    /**
     * What to read.
     *
     * @param after the position to read on from; 0 for the oldest event kept
     * @param types only events of these types; empty for all
     * @param subject only events of this aggregate; null for all
     * @param limit at most so many events, at least 1
     */
    public record Wanted(
            long after, Collection<String> types, @Nullable String subject, int limit) {}

    /**
     * A stretch of the feed.
     *
     * @param next the position to read on from: that of the last event, or, where fewer than wanted were found, the end of
     *     the feed
     */
    public record Stretch(List<FeedEvent> events, long next) {}

    /** Reads a stretch as the caller in charge. */
    @Transactional
    public Stretch read(Wanted wanted) {
        Caller caller = work.caller();
        if (caller.reach() != Reach.ALL && caller.reach() != Reach.BOOK) {
            return new Stretch(List.of(), wanted.after());
        }
        try (Connection connection = database.getConnection()) {
            // first the end, then what lies before it: placed together, all of it is visible now
            long horizon = Math.max(wanted.after(), horizon(connection));
            List<FeedEvent> events = read(connection, wanted, horizon, caller);
            long next = events.size() == wanted.limit() ? events.getLast().position() : horizon;
            return new Stretch(events, next);
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading the feed", refused);
        }
    }

    /** Those of the events that are still kept and visible to the caller in charge. */
    @Transactional
    public List<FeedEvent> find(Collection<UUID> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return events(find);
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading the feed", refused);
        }
    }

    private static long horizon(Connection connection) throws SQLException {
        try (PreparedStatement horizon = connection.prepareStatement(HORIZON);
                ResultSet row = horizon.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<FeedEvent> read(Connection connection, Wanted wanted, long horizon, Caller caller)
            throws SQLException {
        boolean ownBook = caller.reach() == Reach.BOOK;
        String query = READ
                + (wanted.types().isEmpty() ? "" : " AND type = ANY (?)")
                + (wanted.subject() == null ? "" : " AND aggregateid = ?")
                + (ownBook ? "\n" + OWN_BOOK : "")
                + " ORDER BY position LIMIT ?";
        try (PreparedStatement read = connection.prepareStatement(query)) {
            int place = 1;
            read.setLong(place++, wanted.after());
            read.setLong(place++, horizon);
            if (!wanted.types().isEmpty()) {
                read.setArray(
                        place++, connection.createArrayOf("text", wanted.types().toArray()));
            }
            if (wanted.subject() != null) {
                read.setString(place++, wanted.subject());
            }
            if (ownBook) {
                read.setString(place++, caller.id());
                read.setArray(
                        place++,
                        connection.createArrayOf("text", caller.ledTeams().toArray()));
                read.setString(place++, caller.id());
                read.setObject(place++, clock.instant().atOffset(ZoneOffset.UTC));
            }
            read.setInt(place, wanted.limit());
            return events(read);
        }
    }

    private List<FeedEvent> events(PreparedStatement query) throws SQLException {
        List<FeedEvent> events = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                events.add(event(row));
            }
        }
        return events;
    }

    private FeedEvent event(ResultSet row) throws SQLException {
        return new FeedEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                source,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                EventHeaders.sequence(row.getLong(6)),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
