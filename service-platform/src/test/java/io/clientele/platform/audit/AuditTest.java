package io.clientele.platform.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.contracts.Change;
import io.clientele.platform.audit.VerifyingAuditTrail.Finding;
import io.clientele.platform.audit.VerifyingAuditTrail.Verification;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@PlatformTest
class AuditTest {

    private static final Caller ANNA =
            new Caller("rm-anna", Set.of(Roles.RELATIONSHIP_MANAGER, Roles.ANALYST), Set.of(), null);

    @Inject
    EntityManager entities;

    @Inject
    Audit audit;

    @Inject
    AuditTrail trail;

    @Inject
    VerifyingAuditTrail verifying;

    @Inject
    DataSource database;

    @Test
    void recordsWhoCreatedWhat() {
        TestNote note = created("first", "Ada");

        AuditRecord record = onlyRecordOf(note);

        assertThat(record.action()).isEqualTo("create");
        assertThat(record.actor()).isEqualTo("rm-anna");
        assertThat(record.roles()).isEqualTo("analyst,relationship-manager");
        assertThat(record.resourceType()).isEqualTo("test-note");
        assertThat(record.clientId()).isEqualTo("17");
        assertThat(record.correlationId()).isEqualTo("correlation-1");
        assertThat(record.changes())
                .contains("\"title\":{\"after\":\"first\"}", "\"pages\":{\"after\":0}")
                .doesNotContain("version");
    }

    @Test
    void recordsWhatIsOnlyWrittenWhenTheTransactionCommits() {
        TestNote note = created("first", "Ada");

        change(note, loaded -> loaded.retitle("second"));

        assertThat(recordsOf(note)).hasSize(2);
        assertThat(recordsOf(note).getFirst().action()).isEqualTo("update");
        assertThat(recordsOf(note).getFirst().changes())
                .isEqualTo("{\"title\":{\"before\":\"first\",\"after\":\"second\"}}");
    }

    @Test
    void recordsOneMutationPerTransactionHoweverOftenItIsFlushed() {
        TestNote note = created("first", "Ada");

        change(note, loaded -> {
            loaded.retitle("second");
            entities.flush();
            loaded.retitle("third");
        });

        assertThat(recordsOf(note)).hasSize(2);
        assertThat(recordsOf(note).getFirst().changes())
                .isEqualTo("{\"title\":{\"before\":\"first\",\"after\":\"third\"}}");
    }

    @Test
    void recordsChangesOfValueCollections() {
        TestNote note = created("first", "Ada");
        change(note, loaded -> loaded.tag("red"));

        change(note, loaded -> loaded.tag("blue"));

        assertThat(recordsOf(note).getFirst().changes())
                .isEqualTo("{\"tags\":{\"before\":[\"red\"],\"after\":[\"blue\",\"red\"]}}");
    }

    @Test
    void recordsDeletion() {
        TestNote note = created("first", "Ada");

        change(note, entities::remove);

        assertThat(recordsOf(note).getFirst().action()).isEqualTo("delete");
        assertThat(recordsOf(note).getFirst().changes()).contains("\"title\":{\"before\":\"first\"}");
    }

    @Test
    void recordsNothingOfARolledBackOrUnchangedEntity() {
        TestNote note = created("first", "Ada");

        assertThatThrownBy(() -> change(note, loaded -> {
                    loaded.retitle("second");
                    entities.flush();
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);
        change(note, loaded -> loaded.retitle("first"));

        assertThat(recordsOf(note)).hasSize(1);
    }

    @Test
    void recordsNothingOfTechnicalEntities() {
        TestCounter counter = new TestCounter();

        asAnna(() -> entities.persist(counter));

        assertThat(recordsOf(counter.id.toString())).isEmpty();
    }

    @Test
    void showsPersonalValuesOnlyAsKeyedDigests() throws SQLException {
        TestNote note = created("first", "Ada Personal");
        change(note, loaded -> loaded.attributeTo("Grace Personal"));
        change(note, loaded -> loaded.attributeTo("Ada Personal"));

        List<AuditRecord> records = recordsOf(note);

        String first = records.getLast().changes().replaceAll(".*\"author\":\\{\"after\":\"([^\"]+)\".*", "$1");
        assertThat(first).matches("hmac-sha256:[0-9a-f]{64}");
        assertThat(records.get(1).changes()).contains("\"before\":\"" + first + "\"");
        assertThat(records.getFirst().changes()).contains("\"after\":\"" + first + "\"");
        assertThat(count("SELECT count(*) FROM audit_record r WHERE r::text LIKE '%Personal%'"))
                .isZero();
    }

    @Test
    void recordsByNameWhatSqlChanges() {
        String account = UUID.randomUUID().toString();

        asAnna(() -> audit.record("redeem", "points-account", account, "17", Map.of("balance", new Change(10, 4))));

        AuditRecord record = recordsOf(account).getFirst();
        assertThat(record.action()).isEqualTo("redeem");
        assertThat(record.changes()).isEqualTo("{\"balance\":{\"before\":10,\"after\":4}}");
    }

    @Test
    void isAppendOnlyForTheService() {
        TestNote note = created("first", "Ada");
        long id = onlyRecordOf(note).id();

        assertThatThrownBy(() -> asService("UPDATE audit_record SET actor = 'nobody' WHERE id = " + id))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> asService("DELETE FROM audit_record WHERE id = " + id))
                .hasStackTraceContaining("permission denied");
        awaitSealed();
        assertThatThrownBy(() -> asService("UPDATE audit_record SET hash = '\\x00' WHERE id = " + id))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void findsAChangedRecord() throws SQLException {
        long position = positionOf(created("first", "Ada"));
        created("later", "Ada");
        awaitSealed();

        tamper("UPDATE audit_record SET actor = 'mallory' WHERE position = " + position);

        assertFound(Finding.CHANGED, position);
        tamper("UPDATE audit_record SET actor = 'rm-anna' WHERE position = " + position);
        assertThat(verifying.verify().finding()).isNull();
    }

    @Test
    void findsARemovedRecord() throws SQLException {
        long position = positionOf(created("first", "Ada"));
        created("later", "Ada");
        awaitSealed();
        tamper("CREATE TABLE removed AS SELECT * FROM audit_record WHERE position = " + position);

        tamper("DELETE FROM audit_record WHERE position = " + position);

        assertFound(Finding.MISSING, position);
        restoreRemoved();
    }

    @Test
    void findsThatTheNewestRecordsAreGone() throws SQLException {
        long position = positionOf(created("newest", "Ada"));
        tamper("CREATE TABLE removed AS SELECT * FROM audit_record WHERE position >= " + position);

        tamper("DELETE FROM audit_record WHERE position >= " + position);

        assertFound(Finding.MISSING, position);
        restoreRemoved();
    }

    @Test
    void findsARecordForgedBehindTheEnd() throws SQLException {
        created("first", "Ada");
        awaitSealed();
        long end = verifying.verify().sealedTo();

        tamper(
                "INSERT INTO audit_record (business_time, actor, roles, action, resource_type, resource_id, changes, correlation_id, position, hash)"
                        + " VALUES (now(), 'mallory', '', 'update', 'x', 'x', '{}', 'x', " + (end + 1_000_000)
                        + ", '\\x00')");

        assertThat(verifying.verify().finding()).isEqualTo(Finding.FORGED);
        tamper("DELETE FROM audit_record WHERE actor = 'mallory'");
        assertThat(verifying.verify().finding()).isNull();
    }

    @Test
    void listsAndVerifiesOverHttpForAuditorsOnly() {
        TestNote note = created("first", "Ada");
        change(note, loaded -> loaded.retitle("second"));
        change(note, loaded -> loaded.retitle("third"));
        String auditor = PlatformServers.tokens().of(Roles.AUDITOR).signed();

        String next = given().auth()
                .oauth2(auditor)
                .queryParams(Map.of(
                        "resourceType",
                        "test-note",
                        "resourceId",
                        note.id().toString(),
                        "actor",
                        "rm-anna",
                        "limit",
                        2))
                .get("/v1/audit-records")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].changes.title.after", equalTo("third"))
                .body("items[0].roles", equalTo(List.of("analyst", "relationship-manager")))
                .extract()
                .path("next");
        given().auth()
                .oauth2(auditor)
                .queryParam("cursor", next)
                .get("/v1/audit-records")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].action", equalTo("create"));
        given().auth()
                .oauth2(auditor)
                .get("/v1/audit-records/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
        given().auth()
                .oauth2(PlatformServers.tokens().of(Roles.RELATIONSHIP_MANAGER).signed())
                .get("/v1/audit-records")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(auditor)
                .queryParam("actor", "x\0y")
                .get("/v1/audit-records")
                .then()
                .statusCode(400);
    }

    @Test
    void productionNeedsADigestKeyOfItsOwn() {
        assertThatThrownBy(() -> PersonalDigest.checked(Optional.empty(), true))
                .hasMessageContaining("clientele.audit.digest-key");
        assertThatThrownBy(() -> PersonalDigest.checked(Optional.of(PersonalDigest.DEMO_KEY), true))
                .hasMessageContaining("not the demo's");
        assertThatThrownBy(() -> PersonalDigest.checked(Optional.of("k".repeat(31)), true))
                .hasMessageContaining("at least 32");
        assertThat(PersonalDigest.checked(Optional.of("k".repeat(32)), true)).hasSize(32);
        assertThat(PersonalDigest.checked(Optional.empty(), false)).isEqualTo(PersonalDigest.DEMO_KEY);
    }

    private TestNote created(String title, String author) {
        TestNote note = new TestNote("17", title, author);
        asAnna(() -> entities.persist(note));
        return note;
    }

    private void change(TestNote note, Consumer<TestNote> change) {
        asAnna(() -> change.accept(entities.find(TestNote.class, note.id())));
    }

    private static void asAnna(Runnable task) {
        new Work(ANNA, "correlation-1", null)
                .run(() -> QuarkusTransaction.requiringNew().run(task));
    }

    private AuditRecord onlyRecordOf(TestNote note) {
        assertThat(recordsOf(note)).hasSize(1);
        return recordsOf(note).getFirst();
    }

    private List<AuditRecord> recordsOf(TestNote note) {
        return recordsOf(note.id().toString());
    }

    private List<AuditRecord> recordsOf(String resource) {
        return QuarkusTransaction.requiringNew().call(() -> trail.list(null, resource, null, Long.MAX_VALUE, 100));
    }

    private void awaitSealed() {
        await().until(() -> verifying.verify().unsealed() == 0);
    }

    private long positionOf(TestNote note) {
        awaitSealed();
        Long position = onlyRecordOf(note).position();
        return Objects.requireNonNull(position);
    }

    private void assertFound(Finding finding, long position) {
        Verification verification = verifying.verify();
        assertThat(verification.finding()).isEqualTo(finding);
        assertThat(verification.intactTo()).isEqualTo(position - 1);
    }

    private void restoreRemoved() throws SQLException {
        tamper("INSERT INTO audit_record OVERRIDING SYSTEM VALUE SELECT * FROM removed");
        tamper("DROP TABLE removed");
        assertThat(verifying.verify().finding()).isNull();
    }

    private void asService(String statement) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = database.getConnection();
                    var change = connection.createStatement()) {
                change.executeUpdate(statement);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        });
    }

    /** As the superuser, past every trigger. */
    private static void tamper(String statement) throws SQLException {
        try (var connection = PlatformServers.superuser();
                var change = connection.createStatement()) {
            change.execute("SET session_replication_role = replica");
            change.execute(statement);
        }
    }

    private static long count(String query) throws SQLException {
        try (var connection = PlatformServers.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
