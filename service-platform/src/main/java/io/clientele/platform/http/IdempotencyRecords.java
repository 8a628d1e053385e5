package io.clientele.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The kept first replies. Works within the transaction in progress. */
@ApplicationScoped
class IdempotencyRecords {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper json;

    IdempotencyRecords(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A key belongs to who sent it and where. */
    record Key(String principal, String route, String key) {}

    /** A kept reply. */
    record Kept(
            byte[] requestHash,
            int status,
            Map<String, String> headers,
            @Nullable String body) {}

    /** Takes the key for the transaction in progress; false while another holds it. */
    boolean lock(Key key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 4711))")) {
            statement.setString(1, key.principal() + '\n' + key.route() + '\n' + key.key());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Nullable
    Kept find(Key key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT request_hash, status, headers, body FROM idempotency_record WHERE principal = ? AND route = ? AND key = ?")) {
            bind(statement, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Kept(
                                row.getBytes(1),
                                row.getInt(2),
                                json.readValue(row.getString(3), HEADERS),
                                row.getString(4))
                        : null;
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void keep(Key key, byte[] requestHash, Reply reply, @Nullable String body) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO idempotency_record (principal, route, key, request_hash, status, headers, body) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)")) {
            bind(statement, key);
            statement.setBytes(4, requestHash);
            statement.setInt(5, reply.status());
            statement.setString(6, json.writeValueAsString(reply.headers()));
            statement.setString(7, body);
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void bind(PreparedStatement statement, Key key) throws SQLException {
        statement.setString(1, key.principal());
        statement.setString(2, key.route());
        statement.setString(3, key.key());
    }

    /** Forgets replies after 24 hours of real time. */
    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forgetOld() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "DELETE FROM idempotency_record WHERE created_at < clock_timestamp() - interval '24 hours'")) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
