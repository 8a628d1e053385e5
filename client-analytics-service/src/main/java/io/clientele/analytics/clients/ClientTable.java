package io.clientele.analytics.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.contracts.clients.Sex;
import io.clientele.platform.background.DatabaseRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables of client records as an import reads and writes them: many rows a statement. Works in the transaction in progress. */
@ApplicationScoped
class ClientTable {

    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private static final String READ = """
            SELECT c.client_id, c.type, coalesce(c.legal_name, p.name) AS name, c.lei, c.nace, p.birth_date, p.sex, c.domicile,
                   c.branch, c.manager, c.team, c.tier, c.kyc_status, c.parent_id, c.ownership, c.relationship_since,
                   c.attributes::text AS attributes, c.registered_at, c.changed_at, c.version
            FROM client c LEFT JOIN client_person p USING (client_id) WHERE c.client_id = ANY (?::text[])""";

    private static final String READ_PRODUCTS = """
            SELECT client_id, product, contract_id, opened_on, closed_on FROM client_product
            WHERE client_id = ANY (?::text[]) ORDER BY product COLLATE "C", contract_id COLLATE "C\"""";

    private static final String WRITE = """
            INSERT INTO client AS c (client_id, type, legal_name, lei, nace, domicile, branch, manager, team, tier, kyc_status, parent_id,
                ownership, relationship_since, attributes, registered_at, changed_at, version)
            SELECT r.client_id, r.type, CASE r.type WHEN 'COMPANY' THEN r.name END, r.lei, r.nace, r.domicile, r.branch, r.manager,
                r.team, r.tier, r.kyc_status, r.parent_id, r.ownership, r.relationship_since, r.attributes, r.registered_at,
                r.changed_at, r.version
            FROM json_to_recordset(?::json) AS r(client_id text, type text, name text, lei text, nace text, domicile text, branch text,
                manager text, team text, tier text, kyc_status text, parent_id text, ownership numeric, relationship_since date,
                attributes jsonb, registered_at timestamptz, changed_at timestamptz, version bigint)
            ORDER BY r.client_id
            ON CONFLICT (client_id) DO UPDATE SET type = excluded.type, legal_name = excluded.legal_name, lei = excluded.lei,
                nace = excluded.nace, domicile = excluded.domicile, branch = excluded.branch, manager = excluded.manager,
                team = excluded.team, tier = excluded.tier, kyc_status = excluded.kyc_status, parent_id = excluded.parent_id,
                ownership = excluded.ownership, relationship_since = excluded.relationship_since, attributes = excluded.attributes,
                changed_at = excluded.changed_at, version = excluded.version""";

    /** A person of whom nothing personal is known has no row. */
    private static final String WRITE_PERSONS = """
            WITH incoming AS MATERIALIZED (
                SELECT * FROM json_to_recordset(?::json) AS r(client_id text, type text, name text, birth_date date, sex text)),
            unknown AS (
                DELETE FROM client_person p USING incoming r
                WHERE p.client_id = r.client_id
                  AND (r.type = 'COMPANY' OR num_nonnulls(r.name, r.birth_date, r.sex) = 0))
            INSERT INTO client_person (client_id, name, birth_date, sex)
            SELECT client_id, name, birth_date, sex FROM incoming
            WHERE type = 'PERSON' AND num_nonnulls(name, birth_date, sex) > 0 ORDER BY client_id
            ON CONFLICT (client_id) DO UPDATE SET name = excluded.name, birth_date = excluded.birth_date, sex = excluded.sex""";

    private static final String REMOVE_PRODUCTS = "DELETE FROM client_product WHERE client_id = ANY (?::text[])";

    private static final String WRITE_PRODUCTS = """
            INSERT INTO client_product (client_id, product, contract_id, opened_on, closed_on)
            SELECT client_id, product, contract_id, opened_on, closed_on
            FROM json_to_recordset(?::json)
                AS r(client_id text, product text, contract_id text, opened_on date, closed_on date)""";

    private final DataSource database;
    private final ObjectMapper json;

    ClientTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A client as its rows say. */
    record Row(ClientState state, Instant registeredAt, Instant changedAt, long version) {}

    /** Those of these clients that are known, by number. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, Row> read(Collection<String> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("text", ids.toArray()));
            Map<String, List<HeldProduct>> products = products(connection, ids);
            Map<String, Row> known = new HashMap<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    String id = row.getString("client_id");
                    known.put(id, row(row, products.getOrDefault(id, List.of())));
                }
            }
            return known;
        } catch (SQLException refused) {
            throw new DatabaseRefused("reading client records", refused);
        }
    }

    private static Map<String, List<HeldProduct>> products(Connection connection, Collection<String> ids)
            throws SQLException {
        Map<String, List<HeldProduct>> products = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ_PRODUCTS)) {
            read.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    products.computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                            .add(new HeldProduct(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, LocalDate.class),
                                    row.getObject(5, LocalDate.class)));
                }
            }
        }
        return products;
    }

    private Row row(ResultSet row, List<HeldProduct> products) throws SQLException {
        String sex = row.getString("sex");
        String kycStatus = row.getString("kyc_status");
        BigDecimal ownership = row.getBigDecimal("ownership");
        ClientState state = new ClientState(
                row.getString("client_id"),
                ClientType.valueOf(row.getString("type")),
                row.getString("name"),
                row.getString("lei"),
                row.getString("nace"),
                row.getObject("birth_date", LocalDate.class),
                sex == null ? null : Sex.valueOf(sex),
                row.getString("domicile"),
                row.getString("branch"),
                row.getString("manager"),
                row.getString("team"),
                row.getString("tier"),
                kycStatus == null ? null : KycStatus.valueOf(kycStatus),
                row.getString("parent_id"),
                ownership == null ? null : Attributes.normalised(ownership),
                row.getObject("relationship_since", LocalDate.class),
                attributes(row.getString("attributes")),
                products);
        return new Row(
                state,
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private Map<String, Object> attributes(String text) {
        try {
            return text.equals("{}") ? Map.of() : Attributes.normalised(json.readValue(text, ATTRIBUTES));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("attributes cannot be read", notOurs);
        }
    }

    /**
     * Writes these rows, in place of those there were.
     *
     * @param otherProducts the clients among them that hold other products than before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void write(Collection<Row> rows, Collection<String> otherProducts) {
        String records = text(rows.stream().map(ClientTable::columns).toList());
        try (Connection connection = database.getConnection()) {
            run(connection, WRITE, records);
            run(connection, WRITE_PERSONS, records);
            if (!otherProducts.isEmpty()) {
                try (PreparedStatement remove = connection.prepareStatement(REMOVE_PRODUCTS)) {
                    remove.setArray(1, connection.createArrayOf("text", otherProducts.toArray()));
                    remove.executeUpdate();
                }
                run(connection, WRITE_PRODUCTS, text(productsOf(rows, otherProducts)));
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused("writing client records", refused);
        }
    }

    private static void run(Connection connection, String sql, String rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, rows);
            statement.executeUpdate();
        }
    }

    private String text(List<Map<String, @Nullable Object>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("client records cannot be written as JSON", never);
        }
    }

    private static Map<String, @Nullable Object> columns(Row row) {
        ClientState state = row.state();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("client_id", state.clientId());
        columns.put("type", state.type());
        columns.put("name", state.name());
        columns.put("lei", state.lei());
        columns.put("nace", state.nace());
        columns.put("birth_date", state.birthDate());
        columns.put("sex", state.sex());
        columns.put("domicile", state.domicile());
        columns.put("branch", state.branch());
        columns.put("manager", state.manager());
        columns.put("team", state.team());
        columns.put("tier", state.tier());
        columns.put("kyc_status", state.kycStatus());
        columns.put("parent_id", state.parentId());
        columns.put("ownership", state.ownership());
        columns.put("relationship_since", state.relationshipSince());
        columns.put("attributes", state.attributes());
        columns.put("registered_at", row.registeredAt());
        columns.put("changed_at", row.changedAt());
        columns.put("version", row.version());
        return columns;
    }

    private static List<Map<String, @Nullable Object>> productsOf(Collection<Row> rows, Collection<String> clients) {
        List<Map<String, @Nullable Object>> products = new ArrayList<>();
        for (Row row : rows) {
            if (clients.contains(row.state().clientId())) {
                for (HeldProduct held : row.state().products()) {
                    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
                    columns.put("client_id", row.state().clientId());
                    columns.put("product", held.product());
                    columns.put("contract_id", held.id());
                    columns.put("opened_on", held.openedOn());
                    columns.put("closed_on", held.closedOn());
                    products.add(columns);
                }
            }
        }
        return products;
    }
}
