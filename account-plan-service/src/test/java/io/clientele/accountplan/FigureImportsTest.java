package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credit positions and reference rates come by file, too: good lines land, bad ones are told, the same file changes nothing. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class FigureImportsTest {

    @Inject
    KnownClients clients;

    @Inject
    Database database;

    private Scene scene;

    @BeforeEach
    void meet() {
        scene = Scene.of(clients);
    }

    @Test
    void positionsComeByFile() throws SQLException {
        String file = """
                facilityId,clientId,kind,limit.amount,limit.currency,drawn.amount,drawn.currency,committed,ccf,asOf,source
                F-1%1$s,%1$s,overdraft,100.00,EUR,40.00,EUR,true,0.5,2026-01-31T22:00:00Z,loan-system
                F-2%1$s,%1$s,overdraft,-1.00,EUR,40.00,EUR,true,0.5,2026-01-31T22:00:00Z,loan-system
                F-3%1$s,%1$s,overdraft,100.00,EUR,,,true,0.5,2026-01-31T22:00:00Z,loan-system
                F-1%1$s,C-other,overdraft,100.00,EUR,40.00,EUR,true,0.5,2026-02-28T22:00:00Z,loan-system
                F-4%1$s,%1$s,revolving,50.00,EUR,60.00,EUR,false,,2026-01-31T22:00:00Z,loan-system
                """.formatted(scene.client());

        imported("/v1/credit-facilities/imports", "text/csv", file)
                .body("accepted", is(2))
                .body("duplicates", is(0))
                .body("rejected", is(3));
        scene.asManager()
                .get("/v1/clients/" + scene.client() + "/exposure")
                .then()
                .body("total.drawn.amount", is("100.00"))
                .body("total.excess.amount", is("10.00"));
        imported("/v1/credit-facilities/imports", "text/csv", file)
                .body("accepted", is(0))
                .body("duplicates", is(2));
        assertThat(database.<Long>asSystem(connection -> Database.count(
                        connection, "select count(*) from former_fact where client_id = ?", scene.client())))
                .isZero();
    }

    @Test
    void ratesComeByFile() {
        String file = """
                {"base":"EUR","currency":"PEN","quotedOn":"2026-01-20","rate":4.05,"source":"treasury"}
                {"base":"USD","currency":"PEN","quotedOn":"2026-01-21","rate":4.06,"source":"treasury"}
                {"base":"EUR","currency":"PEN","quotedOn":"2026-01-22","rate":0,"source":"treasury"}
                """;

        imported("/v1/fx-rates/imports", "application/x-ndjson", file)
                .body("accepted", is(1))
                .body("rejected", is(2));
        imported("/v1/fx-rates/imports", "application/x-ndjson", file).body("duplicates", is(1));

        scene.asManager().get("/v1/fx-rates?currency=PEN").then().body("items.rate", contains("4.05"));
    }

    private static ValidatableResponse imported(String path, String type, String file) {
        String job = Scene.asRole(Roles.SYSTEM)
                .contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Scene.asRole(Roles.SYSTEM).get(job).jsonPath().getString("state"), "COMPLETED"::equals);
        return Scene.asRole(Roles.SYSTEM).get(job).then();
    }
}
