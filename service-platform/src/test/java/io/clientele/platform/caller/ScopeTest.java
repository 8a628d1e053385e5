package io.clientele.platform.caller;

import static io.clientele.platform.memo.MemoApi.anyTitle;
import static io.clientele.platform.memo.MemoApi.as;
import static io.clientele.platform.memo.MemoApi.body;
import static io.clientele.platform.memo.MemoApi.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.platform.memo.MemoApi;
import io.clientele.platform.testing.PlatformServers;
import io.clientele.platform.testing.PlatformTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A manager sees own clients only. */
@PlatformTest
class ScopeTest {

    @BeforeEach
    void twoBooks() {
        MemoApi.twoBooks();
    }

    @Test
    void showsNobodyAnothersClients() {
        String own = created("anna", "c-1");

        as("ben").get(own).then().statusCode(404);
        as("ben")
                .header("If-Match", "*")
                .body(body("c-1", anyTitle()))
                .put(own)
                .then()
                .statusCode(404);
        as("ben")
                .queryParam("limit", 500)
                .get("/v1/memos")
                .then()
                .statusCode(200)
                .body("items.findAll { it.clientId == 'c-1' }.size()", equalTo(0));
        as("ben").body(body("c-1", anyTitle())).post("/v1/memos").then().statusCode(404);
        as("anna").get(own).then().statusCode(200).body("clientId", equalTo("c-1"));
    }

    @Test
    void eitherLineOfScopeHoldsAlone() throws SQLException {
        String own = created("anna", "c-1");
        try (Connection superuser = PlatformServers.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("ALTER TABLE memo DISABLE ROW LEVEL SECURITY");
            try {
                as("ben").get(own).then().statusCode(404);
                as("ben")
                        .queryParam("limit", 500)
                        .get("/v1/memos")
                        .then()
                        .body("items.findAll { it.clientId == 'c-1' }.size()", equalTo(0));
            } finally {
                statement.execute("ALTER TABLE memo ENABLE ROW LEVEL SECURITY");
            }
            statement.execute("SET ROLE account_plan_app");
            statement.execute("SELECT set_config('app.user', 'ben', false), set_config('app.reach', 'BOOK', false)");
            try (var rows = statement.executeQuery("SELECT count(*) FROM memo WHERE client_id = 'c-1'")) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
            statement.execute("SELECT set_config('app.user', 'anna', false)");
            try (var rows = statement.executeQuery("SELECT count(*) FROM memo WHERE client_id = 'c-1'")) {
                rows.next();
                assertThat(rows.getLong(1)).isPositive();
            }
        }
    }
}
