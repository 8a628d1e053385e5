package io.clientele.analytics.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.contracts.clients.Sex;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.caller.Work;
import io.clientele.testing.SharedServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bulk path does to rows, events, sequences and audit what the path of single records does. */
@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ImportingClientsTest {

    private static final String ROWS = """
            SELECT row_to_json(c)::jsonb - 'registered_at' - 'changed_at', row_to_json(p)::jsonb,
                   (SELECT jsonb_agg(row_to_json(h)::jsonb ORDER BY h.product, h.contract_id) FROM client_product h
                    WHERE h.client_id = c.client_id),
                   (SELECT row_to_json(b)::jsonb FROM client_book b WHERE b.client_id = c.client_id),
                   c.registered_at = c.changed_at
            FROM client c LEFT JOIN client_person p USING (client_id) WHERE c.client_id LIKE ? ORDER BY c.client_id""";

    private static final String EVENTS = """
            SELECT aggregatetype, aggregateid, sequence, type, payload::jsonb - 'occurredAt', client_id FROM outbox
            WHERE aggregateid LIKE ? ORDER BY aggregateid, aggregatetype, sequence""";

    private static final String AUDIT = """
            SELECT resource_type, resource_id, client_id, action, actor, roles,
                   changes::jsonb - 'registeredAt' - 'changedAt', changes::jsonb ? 'registeredAt', changes::jsonb ? 'changedAt'
            FROM audit_record WHERE resource_type = 'client' AND resource_id LIKE ? ORDER BY resource_id, id""";

    private final Random random = new Random(20261122);

    @Inject
    RecordingClients oneByOne;

    @Inject
    ImportingClients inBulk;

    @Inject
    DataSource database;

    @Test
    void aBatchHasTheResultOfItsRecordsOneByOne() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        for (int batch = 0; batch < 6; batch++) {
            List<ClientRecord> records =
                    IntStream.range(0, 40).mapToObj(i -> anyRecord()).toList();

            long single = unchanged(
                    "one-" + run,
                    records,
                    renamed -> oneByOne.recordAll(renamed).stream()
                            .filter(recorded -> recorded.outcome() == RecordingClients.Outcome.UNCHANGED)
                            .count());
            long bulk = unchanged("all-" + run, records, inBulk::takeAll);

            assertThat(bulk).isEqualTo(single);
            for (String query : List.of(ROWS, EVENTS, AUDIT)) {
                List<String> expected = rows(query, "one-" + run);
                assertThat(rows(query, "all-" + run)).isNotEmpty().containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void theSameBatchAgainChangesNothing() {
        String run = "same-" + UUID.randomUUID().toString().substring(0, 8);
        List<ClientRecord> records = IntStream.range(0, 25)
                .mapToObj(i -> person("n" + i, "Name " + i, random))
                .toList();
        unchanged(run, records, inBulk::takeAll);
        List<String> events = rows(EVENTS, run);

        assertThat(unchanged(run, records, inBulk::takeAll)).isEqualTo(25);

        assertThat(rows(EVENTS, run)).isEqualTo(events).hasSize(50);
    }

    private long unchanged(String prefix, List<ClientRecord> records, ToLongFunction<List<ClientRecord>> take) {
        List<ClientRecord> renamed = records.stream()
                .map(record -> withId(record, prefix + "-" + record.clientId()))
                .toList();
        return Work.of("core").call(() -> QuarkusTransaction.requiringNew().call(() -> take.applyAsLong(renamed)));
    }

    /** Rows as text, without the run's prefix. */
    private List<String> rows(String query, String prefix) {
        return Work.of("test")
                .call(() -> QuarkusTransaction.requiringNew().call(() -> {
                    List<String> rows = new ArrayList<>();
                    try (Connection connection = database.getConnection();
                            PreparedStatement statement = connection.prepareStatement(
                                    query.replace(" ? 'r", " ?? 'r").replace(" ? 'c", " ?? 'c"))) {
                        statement.setString(1, prefix + "%");
                        try (ResultSet row = statement.executeQuery()) {
                            while (row.next()) {
                                StringBuilder text = new StringBuilder();
                                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                                    text.append(row.getString(column)).append(" | ");
                                }
                                rows.add(text.toString().replace(prefix, "run"));
                            }
                        }
                        return rows;
                    } catch (SQLException refused) {
                        throw new IllegalStateException(refused);
                    }
                }));
    }

    /** One of a few clients in one of a few states: many records change nothing, one field or all. */
    private ClientRecord anyRecord() {
        String id = "c" + random.nextInt(12);
        return random.nextInt(3) == 0 ? company(id) : person(id, random.nextBoolean() ? "Jana" : null, random);
    }

    private static ClientRecord person(String id, @Nullable String name, Random random) {
        return new ClientRecord(
                id,
                ClientType.PERSON,
                name,
                null,
                null,
                random.nextBoolean() ? LocalDate.of(1970, 12, 13) : null,
                random.nextBoolean() ? Sex.FEMALE : null,
                "CZ",
                random.nextBoolean() ? "Pisek" : null,
                random.nextBoolean() ? "rm-1" : "rm-2",
                "team-1",
                random.nextBoolean() ? "GOLD" : null,
                random.nextBoolean() ? KycStatus.VERIFIED : null,
                null,
                null,
                random.nextBoolean() ? LocalDate.of(1993, 2, 14) : null,
                attributes(random),
                products(random));
    }

    private ClientRecord company(String id) {
        return new ClientRecord(
                id,
                ClientType.COMPANY,
                "Moravia Tools",
                null,
                random.nextBoolean() ? "25.73" : null,
                null,
                null,
                random.nextBoolean() ? "CZ" : null,
                null,
                "rm-1",
                null,
                null,
                null,
                random.nextBoolean() ? "parent-1" : null,
                null,
                null,
                attributes(random),
                products(random));
    }

    private static @Nullable Map<String, Object> attributes(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> Map.of();
            case 2 -> new TreeMap<>(Map.of("district", "Pisek", "vip", true));
            default ->
                new TreeMap<>(Map.of("score", new BigDecimal(random.nextInt(1_000_000)), "tags", List.of("a", "b")));
        };
    }

    private static @Nullable List<HeldProduct> products(Random random) {
        HeldProduct account = new HeldProduct("ACCOUNT", "acc-1", LocalDate.of(1993, 2, 14), null);
        HeldProduct loan = new HeldProduct("LOAN", "loan-1", LocalDate.of(1994, 1, 1), LocalDate.of(1995, 1, 1));
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> List.of(account);
            case 2 -> List.of(loan, account);
            default -> List.of(new HeldProduct("ACCOUNT", "acc-1", null, null));
        };
    }

    private static ClientRecord withId(ClientRecord record, String id) {
        return new ClientRecord(
                id,
                record.type(),
                record.name(),
                record.lei(),
                record.nace(),
                record.birthDate(),
                record.sex(),
                record.domicile(),
                record.branch(),
                record.manager(),
                record.team(),
                record.tier(),
                record.kycStatus(),
                record.parentId(),
                record.ownership(),
                record.relationshipSince(),
                record.attributes(),
                record.products());
    }
}
