package io.clientele.accountplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A page costs the same number of SQL statements however many items it shows. */
@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class StatementsTest {

    private static final int MANY = 4;

    @Inject
    KnownClients clients;

    @Inject
    SessionFactory sessions;

    @TestFactory
    Stream<DynamicTest> aPageOfManyCostsWhatAPageOfOneCosts() {
        Scene scene = Scene.of(clients);
        return FullBook.of(scene, clients, MANY).collections().stream()
                .map(path -> DynamicTest.dynamicTest(path.replace(scene.client(), "{client}"), () -> {
                    long one = statements(scene, path, 1);
                    long many = statements(scene, path, MANY);

                    assertThat(many).as("%d statements for one", one).isEqualTo(one);
                }));
    }

    private long statements(Scene scene, String path, int limit) {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            List<Object> items = scene.asManager()
                    .get(path + "?limit=" + limit)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
            assertThat(items).hasSize(limit);
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
