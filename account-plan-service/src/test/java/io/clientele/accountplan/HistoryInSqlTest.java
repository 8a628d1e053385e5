package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself keeps true, whoever writes to it. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class HistoryInSqlTest {

    @Inject
    KnownClients clients;

    @Inject
    Database database;

    private Scene scene;
    private UUID plan;

    @BeforeEach
    void approveAPlan() {
        scene = Scene.of(clients);
        String path = scene.approvedPlan();
        plan = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void theServiceMayNotChangeOrDeleteHistory() {
        for (String statement : List.of(
                "update account_plan_version set approved_by = 'me' where plan_id = ?",
                "delete from account_plan_version where plan_id = ?",
                "update account_plan_step set actor = 'me' where plan_id = ?",
                "delete from account_plan_step where plan_id = ?")) {
            assertThatThrownBy(() -> database.asSystem(connection -> Database.execute(connection, statement, plan)))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void notEvenTheOwnerOfTheTablesChangesHistory() {
        for (String statement : List.of(
                "update account_plan_version set content = '{}' where plan_id = ?",
                "delete from account_plan_version where plan_id = ?",
                "update account_plan_step set actor = 'me' where plan_id = ?",
                "delete from account_plan_step where plan_id = ?")) {
            assertThatThrownBy(() -> database.asOwner(connection -> Database.execute(connection, statement, plan)))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(() ->
                        database.asOwner(connection -> Database.execute(connection, "truncate account_plan_version")))
                .hasMessageContaining("append-only");
    }

    @Test
    void twoLivePlansOfAClientNeverOverlap() {
        assertThatThrownBy(() -> database.asSystem(connection -> Database.execute(connection, """
                        insert into account_plan
                        select gen_random_uuid(), 0, client_id, title, period_to, period_to + 10, required_product_lines, owner,
                               'DRAFT', 1, null, authors, null, null, created_by, created_at, changed_by, changed_at
                        from account_plan where id = ?""", plan)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("account_plan_one_live_ex");
    }

    @Test
    void aVersionIsNeverApprovedByWhoSubmittedIt() {
        assertThatThrownBy(() -> database.asSystem(connection -> Database.execute(connection, """
                        insert into account_plan_version
                        select plan_id, 2, content, content_hash, submitted_by, submitted_at, submitted_by, approved_at
                        from account_plan_version where plan_id = ?""", plan)))
                .hasMessageContaining("account_plan_version_four_eyes_ck");
    }

    @Test
    void aVersionHoldsNoPersonalValue() throws SQLException {
        Scene private_ = Scene.of(clients);
        clients.update(
                KnownClients.person(private_.client(), "Jana Nováková", private_.manager()),
                2,
                java.time.Instant.parse("2025-12-01T00:00:00Z"),
                "core-banking");
        clients.update(
                KnownClients.company(private_.client(), private_.manager(), private_.team()),
                3,
                java.time.Instant.parse("2025-12-02T00:00:00Z"),
                "core-banking");

        long named = database.asSystem(connection -> Database.count(
                connection, "select count(*) from account_plan_version where content like ?", "%Nováková%"));

        assertThat(named).isZero();
    }
}
