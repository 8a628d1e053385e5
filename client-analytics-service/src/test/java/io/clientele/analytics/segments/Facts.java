package io.clientele.analytics.segments;

import io.clientele.analytics.activity.ActivityTaken;
import io.clientele.analytics.clients.ClientChanged;
import io.clientele.analytics.clients.RecordingClients;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.caller.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Puts clients and activity into the database as the features that own them do, events within the transaction included. */
@ApplicationScoped
public class Facts {

    @Inject
    RecordingClients recording;

    @Inject
    DataSource database;

    @Inject
    Event<ActivityTaken> taken;

    @Inject
    Event<ClientChanged> changed;

    /** An activity of a client; data as JSON with single quotes. */
    public record Act(String sourceId, String clientId, String type, Instant at, String data) {}

    /** Registers clients with a tier. */
    public void clients(List<String> ids, @Nullable String manager, @Nullable String tier) {
        List<ClientRecord> records =
                ids.stream().map(id -> record(id, manager, tier)).toList();
        inTransaction(() -> recording.recordAll(records));
    }

    /** Takes activity; what was taken before is left out. */
    public void acts(List<Act> acts) {
        inTransaction(() -> {
            List<Act> written = new ArrayList<>();
            try (Connection connection = database.getConnection()) {
                ensureMonths(connection, acts);
                try (PreparedStatement source = connection.prepareStatement(
                                "INSERT INTO activity_source (source_id) VALUES (?) ON CONFLICT DO NOTHING");
                        PreparedStatement activity = connection.prepareStatement(
                                "INSERT INTO activity (client_id, occurred_at, source_id, type, data, recorded_at) VALUES (?, ?, ?, ?, ?::jsonb, now())")) {
                    for (Act act : acts) {
                        source.setString(1, act.sourceId());
                        if (source.executeUpdate() == 1) {
                            written.add(act);
                            activity.setString(1, act.clientId());
                            activity.setObject(2, act.at().atOffset(ZoneOffset.UTC));
                            activity.setString(3, act.sourceId());
                            activity.setString(4, act.type());
                            activity.setString(5, act.data().replace('\'', '"'));
                            activity.addBatch();
                        }
                    }
                    activity.executeBatch();
                }
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
            if (!written.isEmpty()) {
                fire(written);
            }
        });
    }

    /** Tells of activity, without any: what a delivery that comes again does at worst. */
    public void tellAgain(List<Act> acts) {
        inTransaction(() -> fire(acts));
    }

    /** How many rows a query counts, seen as the service itself. */
    public long count(String sql) {
        long[] count = new long[1];
        inTransaction(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                count[0] = row.getLong(1);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        });
        return count[0];
    }

    private void fire(List<Act> acts) {
        taken.fire(new ActivityTaken(acts.stream()
                .map(act -> new ActivityTaken.Affected(act.clientId(), act.type(), act.at(), act.at(), 1))
                .toList()));
    }

    private static void ensureMonths(Connection connection, List<Act> acts) throws SQLException {
        try (PreparedStatement ensure = connection.prepareStatement("SELECT ensure_activity_month(?)")) {
            for (OffsetDateTime month : acts.stream()
                    .map(act ->
                            act.at().atOffset(ZoneOffset.UTC).withDayOfMonth(1).toLocalDate())
                    .distinct()
                    .map(day -> day.atStartOfDay().atOffset(ZoneOffset.UTC))
                    .toList()) {
                ensure.setObject(1, month);
                ensure.execute();
            }
        }
    }

    private static ClientRecord record(String id, @Nullable String manager, @Nullable String tier) {
        return new ClientRecord(
                id,
                ClientType.PERSON,
                "Client " + id,
                null,
                null,
                null,
                null,
                null,
                null,
                manager,
                null,
                tier,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of());
    }

    private static void inTransaction(Runnable task) {
        Work.of("test").run(() -> QuarkusTransaction.requiringNew().timeout(120).run(task));
    }
}
