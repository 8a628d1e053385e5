package io.clientele.analytics.clients;

import static io.clientele.analytics.Api.as;
import static io.clientele.analytics.Api.asManager;
import static io.clientele.analytics.Api.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.analytics.Api;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.testing.SharedServers;
import io.clientele.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.SessionEventListener;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ClientScopeTest {

    private final String novak = "rm-novak-" + UUID.randomUUID();
    private final String dvorak = "rm-dvorak-" + UUID.randomUUID();
    private final String team = "team-" + UUID.randomUUID();

    @Inject
    EntityManager entities;

    @Inject
    Clients clients;

    @Test
    void aManagerFindsTheOwnBookOnly() {
        String own = registered(novak, team);
        String other = registered(dvorak, team);

        asManager(novak).get("/v1/clients/" + own).then().statusCode(200);
        asManager(novak).get("/v1/clients/" + other).then().statusCode(404).body("code", equalTo("not-found"));
        asManager(novak).get("/v1/clients").then().body("items.id", contains(own));
        asManager(novak).queryParam("manager", dvorak).get("/v1/clients").then().body("items", hasSize(0));
    }

    @Test
    void aTeamLeaderFindsTheBooksOfTheTeam() {
        String first = registered(novak, team);
        String second = registered(dvorak, team);
        registered(dvorak, "team-elsewhere");
        String leader = TestTokens.of(Roles.TEAM_LEADER)
                .withUser("lead")
                .withTeams(team)
                .signed();

        given().header("Authorization", "Bearer " + leader)
                .get("/v1/clients")
                .then()
                .body("items.id", containsInAnyOrder(first, second));
    }

    @Test
    void aClientGivenToAnotherManagerLeavesTheBook() {
        String id = registered(novak, team);

        Api.asCore()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"type\":\"PERSON\",\"manager\":\"%s\"}".formatted(dvorak))
                .put("/v1/clients/" + id)
                .then()
                .statusCode(200);

        asManager(novak).get("/v1/clients/" + id).then().statusCode(404);
        asManager(dvorak).get("/v1/clients/" + id).then().statusCode(200);
    }

    @Test
    void aServiceAgentReadsAnyClientByNumberAndNoList() {
        String id = registered(novak, team);

        as("agent", Roles.SERVICE_AGENT).get("/v1/clients/" + id).then().statusCode(200);
        as("agent", Roles.SERVICE_AGENT).get("/v1/clients").then().statusCode(403);
    }

    @Test
    void rowLevelSecurityAloneHidesOtherBooks() {
        registered(novak, team);
        registered(dvorak, team);

        long seen = asCaller(
                manager(novak),
                () -> ((Number) entities.createNativeQuery("SELECT count(*) FROM client")
                                .getSingleResult())
                        .longValue());

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void theQueryPredicateAloneHidesOtherBooks() {
        String own = registered(novak, team);
        String other = registered(dvorak, team);

        List<Client> seen = asCaller(manager(novak), () -> {
            entities.createNativeQuery("SELECT set_config('app.reach', 'ALL', true)")
                    .getSingleResult();
            assertThat(clients.findByIdOptional(other)).isEmpty();
            return clients.search(new Clients.Filter(null, null, team, null, null), null, 10);
        });

        assertThat(seen).extracting(Client::id).containsExactly(own);
    }

    @Test
    void pagesHoldEveryClientOnceWhateverTheirSize() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(registered(novak, team));
        }

        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Response page = (cursor == null
                            ? asManager(novak).queryParam("team", team)
                            : asManager(novak).queryParam("cursor", cursor))
                    .queryParam("limit", 2)
                    .get("/v1/clients");
            found.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(found).containsExactlyElementsOf(all.stream().sorted().toList());
    }

    @Test
    void searchTakesFilters() {
        String person = registered(novak, team);

        as("ana", Roles.ANALYST)
                .queryParams("team", team, "type", "PERSON", "tier", "STANDARD", "manager", novak)
                .get("/v1/clients")
                .then()
                .body("items.id", contains(person))
                .body("next", nullValue());
        as("ana", Roles.ANALYST)
                .queryParams("team", team, "type", "COMPANY")
                .get("/v1/clients")
                .then()
                .body("items", hasSize(0));
        as("ana", Roles.ANALYST)
                .queryParam("type", "ROBOT")
                .get("/v1/clients")
                .then()
                .statusCode(400);
    }

    @Test
    void aPageCostsTheSameNumberOfStatementsHoweverManyClientsItShows() {
        for (int i = 0; i < 4; i++) {
            registered(novak, team);
        }

        long forOne = statementsFor(1);
        long forFour = statementsFor(4);

        assertThat(forFour).isEqualTo(forOne).isLessThanOrEqualTo(2);
    }

    private long statementsFor(int limit) {
        return asCaller(manager(novak), () -> {
            AtomicLong statements = new AtomicLong();
            entities.unwrap(SharedSessionContractImplementor.class)
                    .getEventListenerManager()
                    .addListener(new SessionEventListener() {
                        @Override
                        public void jdbcPrepareStatementStart() {
                            statements.incrementAndGet();
                        }
                    });
            List<Client> page = clients.search(new Clients.Filter(null, null, null, null, null), null, limit);
            assertThat(page)
                    .hasSize(limit)
                    .allSatisfy(client -> assertThat(client.state().products()).isEmpty());
            return statements.get();
        });
    }

    private static Caller manager(String user) {
        return new Caller(user, Set.of(Roles.RELATIONSHIP_MANAGER), Set.of(), null);
    }

    private static <T> T asCaller(Caller caller, java.util.concurrent.Callable<T> step) {
        return new Work(caller, "test", null)
                .call(() -> QuarkusTransaction.requiringNew().call(step));
    }
}
